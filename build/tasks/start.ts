import { buildIfOld } from '../build-program.ts';
import { chooseHost, complainAboutHost } from '../hosts/choose-host.ts';
import type { Host } from '../hosts/choose-host.ts';
import { findElectron } from '../hosts/electron-binary.ts';
import { lookAround } from '../hosts/look-around.ts';
import { root } from '../paths.ts';
import { runProgram, runScript } from '../run-program.ts';

const args = process.argv.slice(2);

const startOn: Readonly<Record<Host, () => Promise<number>>> = {
  electron: () => {
    const electron = findElectron();
    if (electron) return runProgram(electron, [root, ...args]);
    console.error("Azimuth: Electron's binary is not installed and could not be downloaded.");
    return Promise.resolve(1);
  },
  preview: () => runScript('test/preview/main.ts', ['out/main/index.js', ...args]),
  headless: () => runScript('out/main/headless.js', args),
};

const complaint = complainAboutHost(process.env['AZIMUTH_HOST']);
if (complaint) {
  console.error(`Azimuth: ${complaint}`);
  process.exit(2);
}
const { host, why } = chooseHost(lookAround());
console.error(`Azimuth: starting on ${host}, because ${why}.`);
await buildIfOld();
process.exitCode = await startOn[host]();
