import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cloudAsJson, describeCloud, readCommand, usage, type Command } from './command-line.ts';
import { startCloud } from './start.ts';

function readOrExit(): Command {
  try {
    const command = readCommand(process.argv.slice(2));
    if (command !== 'help') return command;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(usage);
    process.exit(2);
  }
}

const command = readOrExit();
const cloud = await startCloud(command.options);
const caFile = command.caFile ?? join(await mkdtemp(join(tmpdir(), 'azimuth-cloud-')), 'ca.pem');
await writeFile(caFile, cloud.certificateAuthority);
console.log(command.json ? cloudAsJson(cloud, caFile) : describeCloud(cloud, caFile));

async function end(): Promise<void> {
  await cloud.close();
  await rm(command.caFile === undefined ? dirname(caFile) : caFile, {
    recursive: true,
    force: true,
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
