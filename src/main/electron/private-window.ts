import { spawn } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import defaultBrowser from 'default-browser';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { KnownClouds } from '../core/ports/azure.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { PrivateWindow } from '../core/ports/desktop.ts';
import { refusedLink } from './allowed-link.ts';
import type { BrowserFacts, PrivateCommand } from './private-command.ts';
import { browserPlaces, privateCommand } from './private-command.ts';

/** Milliseconds after which a browser that has not failed counts as started. */
const settling = 2_000;

/**
 * A private window of an installed browser; `shell.openExternal` knows none. The same addresses are allowed as there. An
 * address is seen in the list of processes, here as with the system's own openers: it holds a PKCE challenge, a state and a
 * name, but nothing that would bring a token without the verifier that stays in this process.
 */
export function createPrivateWindow(clouds: KnownClouds, clock: Clock): PrivateWindow {
  let finding: Promise<PrivateCommand | undefined> | undefined;
  const find = (): Promise<PrivateCommand | undefined> =>
    (finding ??= gatherFacts().then(privateCommand));
  return {
    find: async () => (await find())?.browser,
    async open(address) {
      const refused = refusedLink(address, clouds());
      if (refused) return fail(refused);
      const command = await find();
      return command ? start(command, address, clock) : fail(notOpened('no browser'));
    },
  };
}

const notOpened = (detail: string) =>
  ({ kind: 'unexpected', message: 'The browser could not be opened.', detail }) as const;

function start(
  { program, args }: PrivateCommand,
  address: string,
  clock: Clock,
): Promise<Result<null>> {
  return new Promise((resolve) => {
    const browser = spawn(program, [...args, address], { detached: true, stdio: 'ignore' });
    const cancelTimer = clock.after(settling, () => resolve(succeed(null)));
    const failed = (reason: string): void => {
      cancelTimer();
      resolve(fail(notOpened(reason)));
    };
    browser.once('error', (error) => failed(error.name));
    browser.once('exit', (code) => {
      if (code !== 0) return failed(`${program} ended with ${code ?? 'a signal'}`);
      cancelTimer();
      resolve(succeed(null));
    });
    browser.unref();
  });
}

async function gatherFacts(): Promise<BrowserFacts> {
  const { platform } = process;
  const places = browserPlaces({ platform, folders: programFolders() });
  const [defaultId, ...found] = await Promise.all([
    defaultBrowser().then(
      ({ id }) => id,
      () => undefined,
    ),
    ...places.map((place) => isThere(place)),
  ]);
  return {
    platform,
    defaultId,
    found: places.filter((_, index) => found[index]),
    desktopEntry: platform === 'linux' && defaultId ? await desktopEntry(defaultId) : undefined,
  };
}

const isThere = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  );

function programFolders(): readonly string[] {
  const { env } = process;
  const folders = {
    win32: [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']],
    darwin: ['/Applications', join(homedir(), 'Applications')],
  };
  const known = new Map(Object.entries(folders)).get(process.platform);
  return (known ?? (env['PATH'] ?? '').split(delimiter)).filter((folder) => folder !== undefined);
}

/** The text of a desktop entry (https://specifications.freedesktop.org/basedir-spec/latest). */
async function desktopEntry(name: string): Promise<string | undefined> {
  const { XDG_DATA_HOME: home, XDG_DATA_DIRS: shared } = process.env;
  const own = home || join(homedir(), '.local/share');
  for (const folder of [own, ...(shared || '/usr/local/share:/usr/share').split(':')]) {
    const text = await readFile(join(folder, 'applications', name), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}
