import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { win32 } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Makes a folder that only its user can enter, and the system, as everywhere: what the folders above pass on is taken off,
 * and what is put into it has the same rights.
 */
export async function makePrivateOnWindows(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  try {
    const user = userIn(await say('whoami.exe', ['/user', '/fo', 'csv', '/nh']));
    if (user === undefined) throw new Error('Windows does not say who you are.');
    await say('icacls.exe', privateFolderArguments(folder, user));
  } catch (error) {
    throw new NotPrivateError(`${folder} could not be made yours alone.`, { cause: error });
  }
}

/** Nothing secret may be written into a folder that others could read. */
export class NotPrivateError extends Error {}

/** What a program of Windows itself prints; PATH could have another one of that name. */
async function say(name: string, words: readonly string[]): Promise<string> {
  const program = win32.join(process.env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', name);
  return (await run(program, words, { windowsHide: true, timeout: 10_000 })).stdout;
}

/** The security identifier in what `whoami /user /fo csv /nh` prints: `"domain\name","S-1-5-…"`. */
export const userIn = (line: string): string | undefined => /"(S-1-[\d-]+)"\s*$/.exec(line)?.[1];

/** https://learn.microsoft.com/windows-server/administration/windows-commands/icacls */
export const privateFolderArguments = (folder: string, user: string): readonly string[] => [
  folder,
  '/inheritance:r',
  '/grant:r',
  `*${user}:(OI)(CI)F`,
  // LocalSystem, which backs up and scans.
  '*S-1-5-18:(OI)(CI)F',
  '/q',
];
