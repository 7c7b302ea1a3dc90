import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Cloud, CloudOptions, User } from '../cloud/start.ts';
import { startCloud } from '../cloud/start.ts';
import { azureCliFolder } from '../e2e/azure-cli-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const headless = join(root, 'src/main/headless.ts');
export const client = join(root, 'src/cli/azimuth.sh');

/** What a program said, and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running extends Promise<Ran> {
  readonly child: ChildProcess;
  /** Resolves with the match once it is on stderr. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
}

/** A profile that points at a simulated cloud, and the environment of programs that use it. */
export interface Place {
  readonly cloud: Cloud;
  readonly profile: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Everything that was printed so far, but for tokens that were asked for. */
  readonly printed: Record<string, string>;
  run(program: string, words: readonly string[], environment?: NodeJS.ProcessEnv): Running;
  /** The real client, through sh. */
  azimuth(...words: string[]): Running;
  /** The headless host, once it says that it runs; `through` is a program that starts it, with its arguments. */
  startHost(more?: NodeJS.ProcessEnv, through?: readonly string[]): Promise<ChildProcess>;
  /** A sign-in by device code, approved elsewhere. */
  signIn(user: User, ...words: string[]): Promise<Ran>;
  close(): Promise<void>;
}

export async function openPlace(options: CloudOptions = {}): Promise<Place> {
  const cloud = await startCloud({ deviceCodeInterval: 1, ...options });
  const profile = await mkdtemp(join(tmpdir(), 'azimuth-cli-'));
  const outside = await mkdtemp(join(tmpdir(), 'azimuth-ca-'));
  const certificates = join(outside, 'ca.pem');
  await writeFile(certificates, cloud.certificateAuthority);
  await writeFile(join(profile, 'cloud.json'), cloudFile(cloud));
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    AZIMUTH_HOME: profile,
    AZURE_CONFIG_DIR: azureCliFolder(profile),
    NODE_EXTRA_CA_CERTS: certificates,
    TZ: 'UTC',
  };
  const printed: Record<string, string> = {};
  const hosts: ChildProcess[] = [];

  const place: Place = {
    cloud,
    profile,
    environment,
    printed,
    run(program, words, over = environment) {
      const running = runProgram(program, words, over);
      const name = `${Object.keys(printed).length} ${words.join(' ')}`;
      printed[name] = '';
      void running.then(({ stdout, stderr }) => {
        const asked = /get-access-token/.test(words.join(' '));
        printed[name] = asked ? stderr : stdout + stderr;
      });
      return running;
    },
    azimuth: (...words) => place.run('sh', [client, ...words]),
    async startHost(more = {}, through = []) {
      const [program, ...words] = [...through, process.execPath, headless];
      const host = place.run(program, words, { ...environment, ...more });
      hosts.push(host.child);
      await new Promise((resolve, reject) => {
        host.child.stdout?.once('data', resolve);
        host.then(({ stderr }) => reject(new Error(stderr)), reject);
      });
      return host.child;
    },
    async signIn(user, ...words) {
      const login = place.azimuth('login', '--use-device-code', ...words);
      const [, code = ''] = await login.said(/enter the code (\w+) to authenticate/);
      cloud.approveDeviceCode(code, user);
      return login;
    },
    async close() {
      await Promise.all(hosts.map(end));
      await cloud.close();
      await Promise.all(
        [profile, outside].map((each) => rm(each, { recursive: true, maxRetries: 5 })),
      );
    },
  };
  return place;
}

/** The client with what a person types, which comes from no terminal here. */
export async function typing(
  { environment }: Place,
  typed: string,
  ...words: string[]
): Promise<Ran> {
  const running = promisify(execFile)('sh', [client, ...words], { env: environment });
  running.child.stdin?.end(typed);
  try {
    return { code: 0, ...(await running) };
  } catch (error) {
    const { code = null, stdout = '', stderr = '' } = error as Partial<Ran>;
    return { code, stdout, stderr };
  }
}

/** Only what a passphrase keeps can be locked where there is no keyring. */
export const setPassphrase = (place: Place, passphrase: string): Promise<Ran> =>
  typing(place, `${passphrase}\n${passphrase}\n`, 'passphrase', 'set');

const cloudFile = ({ authority, resourceManager }: Cloud): string =>
  JSON.stringify({
    current: 'Simulated',
    custom: [
      {
        name: 'Simulated',
        authority,
        resourceManager,
        audience: 'https://management.core.windows.net/',
      },
    ],
  });

export function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** A program of its own process group, without a terminal. */
export function runProgram(
  program: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Running {
  const child = spawn(program, words, {
    env: environment,
    cwd: '/',
    // A process group of its own, as a terminal gives each command.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const ran = new Promise<Ran>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  const said = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(stderr);
        if (found) resolve(found);
      };
      child.stderr.on('data', look);
      look();
      ran.then(() => reject(new Error(`it never said ${String(pattern)}: ${stderr}`)), reject);
    });
  return Object.assign(ran, { child, said });
}
