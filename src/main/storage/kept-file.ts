import { copyFile, mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Notice } from '../../shared/app-state.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Log } from '../core/ports/storage.ts';

/** A folder whose files are kept, and who hears of them. */
export interface KeptFolder {
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells the person what happened to a file. */
  readonly notice: (notice: Notice) => void;
  /** What was told is over. */
  readonly settled: (noticeId: string) => void;
}

/** Milliseconds after which what could not be written is tried again: a full disk or a lost folder may come back. */
export const untilNextTry = 15_000;

/** Keeps other users of the machine out. */
const ownerOnly = 0o600;

/**
 * Replaces a file in one step (temp file, fsync, rename), after keeping what it held as `FILE.previous`. Callers write one
 * file one after the other.
 */
export async function writeKept(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await copyFile(file, previousOf(file)).catch(ignoreMissing);
  await writeAlone(file, content);
}

/** The same, but what the file held is gone: a key that was sealed anew must not stay as it was sealed before. */
export async function writeAlone(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFileAtomic(file, Buffer.from(content), { mode: ownerOnly });
}

export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    return ignoreMissing(error);
  }
}

/**
 * A file that people edit, if it is there. The byte order mark that some editors write in front is no part of it; a file
 * that can't be read is an empty text, which no schema of ours accepts.
 */
export async function readTextIfThere(file: string): Promise<string | undefined> {
  try {
    return (await readIfThere(file))?.toString('utf8').replace(/^\uFEFF/, '');
  } catch {
    return '';
  }
}

/** Puts the copy that was kept in the place of a file that was set aside. */
export async function bringPreviousBack(file: string): Promise<void> {
  await copyFile(previousOf(file), file);
}

export const previousOf = (file: string): string => `${file}.previous`;

/**
 * Moves a file that can't be used out of the way, keeping it.
 *
 * @returns its new name, or nothing if it was not there
 */
export async function setFileAside(file: string, now: Date): Promise<string | undefined> {
  const stamp = now.toISOString().replaceAll(':', '-');
  const aside = `${file}.unreadable-${stamp}`;
  try {
    await rename(file, aside);
    return aside;
  } catch (error) {
    return ignoreMissing(error);
  }
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
