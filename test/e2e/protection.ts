import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import type { Locator, Page } from 'playwright-core';
import { root } from '../../build/paths.ts';
import { waitForState } from '../app-window.ts';

export const passphrase = 'correct horse battery staple';

/** Sets a passphrase in the dialog that is open. */
export async function fillPassphrase(page: Page, text: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await field(dialog, 'New passphrase').fill(text);
  await field(dialog, 'The same again').fill(text);
  await dialog.getByRole('button', { name: /^(Protect|Change)$/ }).click();
}

/** The line itself, not the button that shows it. */
export const field = (within: Page | Locator, label: string): Locator =>
  within.getByRole('textbox', { name: label });

/** Types into the lock screen. */
export async function unlockWith(page: Page, text: string): Promise<void> {
  await field(page, 'Passphrase').fill(text);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

export const isOpen = (page: Page): Promise<unknown> =>
  waitForState(page, ({ lock }) => lock.kind === 'open');

export const isLocked = (page: Page): Promise<unknown> =>
  waitForState(page, ({ lock }) => lock.kind === 'locked');

/** Every file of a profile but what the cloud, the socket and Chromium need, as paths inside of it. */
export async function filesOfOurs(profile: string): Promise<readonly string[]> {
  const found = await readdir(profile, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(profile.length + 1))
    .toSorted();
}

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The `azimuth` command in a terminal beside the running app; `typed` is what the person types. */
export async function azimuth(
  profile: string,
  words: readonly string[],
  typed = '',
): Promise<Said> {
  const running = promisify(execFile)('sh', [join(root, 'src/cli/azimuth.sh'), ...words], {
    env: { PATH: process.env['PATH'], AZIMUTH_HOME: profile },
  });
  running.child.stdin?.end(typed);
  try {
    return { code: 0, ...(await running) };
  } catch (error) {
    const { code = -1, stdout = '', stderr = '' } = error as Partial<Said>;
    return { code, stdout, stderr };
  }
}
