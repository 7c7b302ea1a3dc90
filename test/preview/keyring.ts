import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Keyring {
  /** What a program needs in its environment to find this keyring. */
  readonly env: Readonly<Record<string, string>>;
  /** Locks it, as a person does who leaves; nobody answers its prompt, so it stays locked. */
  lock(): void;
  stop(): Promise<void>;
}

const programs = ['dbus-daemon', 'gnome-keyring-daemon', 'secret-tool'];
const answerWithin = 10_000;

function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

/** The first line a program prints; rejects when it ends before that. */
async function firstLine(child: ChildProcess): Promise<string> {
  const stream = child.stdout;
  if (!stream) throw new Error('This program has no output.');
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${child.spawnfile} ended early.`);
  });
  ended.catch(() => undefined);
  const signal = AbortSignal.timeout(answerWithin);
  const [chunk] = await Promise.race([once(stream, 'data', { signal }), ended]);
  return String(chunk).split('\n')[0] ?? '';
}

/**
 * A session bus that starts nothing by itself: with the usual configuration a question asked too early
 * would start a second, locked keyring. https://dbus.freedesktop.org/doc/dbus-daemon.1.html
 */
function busConfiguration(socket: string): string {
  return `<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/** Asks by `store`, which needs an unlocked keyring; not blocking, or the password would not be sent. */
async function untilItAnswers(env: NodeJS.ProcessEnv): Promise<void> {
  const deadline = Date.now() + answerWithin;
  const probe = ['store', '--label=probe', 'application', 'azimuth-keyring-probe'];
  while (Date.now() < deadline) {
    const child = spawn('secret-tool', probe, {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: 2000,
    });
    child.stdin.on('error', () => undefined).end('probe');
    const [code] = await once(child, 'exit');
    if (code === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('gnome-keyring-daemon did not answer.');
}

/** https://specifications.freedesktop.org/secret-service-spec/latest/org.freedesktop.Secret.Service.html */
function lock(env: NodeJS.ProcessEnv): void {
  const secrets = '/org/freedesktop/secrets';
  const { status } = spawnSync(
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.secrets',
      secrets,
      'org.freedesktop.Secret.Service.Lock',
      `array:objpath:${secrets}/collection/login`,
    ],
    { env, stdio: 'ignore', timeout: 10_000 },
  );
  if (status !== 0) throw new Error('The keyring could not be locked.');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/**
 * Starts a private session bus with a real gnome-keyring on it, unlocked with a throw-away password,
 * its files in a temporary folder; undefined where the programs are not installed. Nothing of the
 * user's own keyring is touched. Works without a display and as root.
 */
export async function startKeyring(): Promise<Keyring | undefined> {
  if (process.platform !== 'linux' || !programs.every(isInstalled)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'azimuth-keyring-'));
  const runtime = join(folder, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const places = { XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: runtime };

  const configuration = join(folder, 'bus.conf');
  writeFileSync(configuration, busConfiguration(join(runtime, 'bus')));
  const busArguments = [`--config-file=${configuration}`, '--nofork', '--print-address=1'];
  const bus = spawn('dbus-daemon', busArguments, {
    env: { ...rest, ...places },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const started: ChildProcess[] = [bus];
  const stop = async () => {
    process.off('exit', killAll);
    for (const child of started.toReversed()) await end(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const killAll = () => {
    for (const child of started) child.kill('SIGKILL');
  };
  process.once('exit', killAll);

  try {
    const env = { DBUS_SESSION_BUS_ADDRESS: await firstLine(bus), ...places };
    const daemon = spawn(
      'gnome-keyring-daemon',
      ['--foreground', '--unlock', '--components=secrets', `--control-directory=${runtime}`],
      { env: { ...rest, ...env }, stdio: ['pipe', 'ignore', 'ignore'] },
    );
    started.push(daemon);
    daemon.stdin.end('a throw-away password');
    await untilItAnswers({ ...rest, ...env });
    return { env, lock: () => lock({ ...rest, ...env }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
