import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cloud } from './start.ts';
import { startCloud } from './start.ts';
import { trust } from './trust.ts';

export interface AzRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface AzureCli {
  /** A program and its arguments, in a network where the simulated cloud has the names of the public one. */
  inItsNetwork(program: string, ...words: readonly string[]): readonly [string, ...string[]];
  /** The file with the cloud's certificate authority. */
  readonly certificates: string;
  /** Runs the real `az`; `onNotice` sees what it has said on stderr so far. */
  run(args: readonly string[], onNotice?: (stderr: string) => void): Promise<AzRun>;
  /** One with a copy of its files: of two that run at once, one may read the token cache while the other writes it. */
  copy(): Promise<AzureCli>;
}

/**
 * Azure CLI as it came, except that it sees another hosts file (in a mount namespace of its own),
 * trusts the test CA, and keeps its files in `folder`.
 */
async function createAzureCli(cloud: Cloud, address: string, folder: string): Promise<AzureCli> {
  const hosts = join(folder, 'hosts');
  const authority = join(folder, 'ca.pem');
  const names = 'login.microsoftonline.com management.azure.com';
  await writeFile(hosts, `127.0.0.1 localhost\n${address} ${names}\n`);
  await writeFile(authority, cloud.certificateAuthority);
  const environment = {
    PATH: process.env['PATH'],
    HOME: folder,
    LC_ALL: 'C.UTF-8',
    AZURE_CORE_COLLECT_TELEMETRY: '0',
    REQUESTS_CA_BUNDLE: authority,
  };
  const script = 'mount --bind "$0" /etc/hosts && exec "$@"';
  const inItsNetwork: AzureCli['inItsNetwork'] = (...command) => [
    'unshare',
    ...['-m', 'sh', '-c', script, hosts],
    ...command,
  ];
  const azWith = (files: string): AzureCli => ({
    inItsNetwork,
    certificates: authority,
    run: (args, onNotice) =>
      new Promise((resolve, reject) => {
        const [program, ...words] = inItsNetwork('az', ...args);
        const az = spawn(program, words, {
          env: { ...environment, AZURE_CONFIG_DIR: files },
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let [stdout, stderr] = ['', ''];
        az.stdout.setEncoding('utf8').on('data', (part: string) => {
          stdout += part;
        });
        az.stderr.setEncoding('utf8').on('data', (part: string) => {
          stderr += part;
          onNotice?.(stderr);
        });
        az.once('error', reject);
        az.once('close', (code) => resolve({ code, stdout, stderr }));
      }),
    async copy() {
      const copied = await mkdtemp(join(folder, '.azure-'));
      await cp(files, copied, { recursive: true });
      return azWith(copied);
    },
  });
  return azWith(join(folder, '.azure'));
}

/** The real `az` and a cloud that has the public one's names for it. */
export interface AzureCliPlace {
  readonly az: AzureCli;
  readonly cloud: Cloud;
  /** In which `az` has its files, in `.azure`. */
  readonly folder: string;
  close(): Promise<void>;
}

export async function openAzureCli(): Promise<AzureCliPlace> {
  // An address of our own, so that no other run on this machine has its port 443.
  const address = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(2, 255)}`;
  const cloud = await startCloud({
    productionHosts: true,
    productionAddress: address,
    deviceCodeInterval: 1,
  });
  trust(cloud.certificateAuthority);
  const folder = await mkdtemp(join(tmpdir(), 'azimuth-az-'));
  return {
    az: await createAzureCli(cloud, address, folder),
    cloud,
    folder,
    async close() {
      await cloud.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A story of the real `az`, in a place of its own. */
export async function withAzureCli(
  story: (az: AzureCli, cloud: Cloud, folder: string) => Promise<void>,
): Promise<void> {
  const { az, cloud, folder, close } = await openAzureCli();
  try {
    await story(az, cloud, folder);
  } finally {
    await close();
  }
}
