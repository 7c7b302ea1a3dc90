import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import type { Clipboard, SystemClipboard } from '../core/ports/desktop.ts';
import type { Log } from '../core/ports/storage.ts';
import { readTextIfThere, writeAlone } from './kept-file.ts';

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'));
const markSchema = z.object({ salt: base64, sha256: base64 });

/** What a secret is known by: a salted SHA-256, from which it can't be found again. */
interface Mark {
  readonly salt: Uint8Array;
  readonly sha256: Uint8Array;
}

/** A clipboard that knows after a crash which of its texts was a secret of ours. */
export interface MarkedClipboard extends Clipboard {
  /** Clears what the last run left behind, unless the person has copied something else since. */
  clearLeftover(): Promise<void>;
}

/** Marks the last secret on the clipboard, in memory and in a file, until it is cleared or found to be gone. */
export function markSecrets(clipboard: SystemClipboard, folder: string, log: Log): MarkedClipboard {
  const file = join(folder, 'clipboard-mark');
  let last: Mark | undefined;

  const clearIfOurs = async (held: string, mark: Mark | undefined): Promise<void> => {
    if (mark && isOf(mark, held)) await clipboard.clear();
    await rm(file, { force: true }).catch((error: unknown) =>
      log.warn('the mark of a copied secret can not be removed', { error: String(error) }),
    );
  };

  return {
    write: (text) => clipboard.write(text),
    async writeSecret(secret) {
      const mark = markOf(secret);
      // First, so that no crash comes between.
      await writeAlone(file, Buffer.from(textOf(mark))).catch((error: unknown) =>
        log.warn('a copied secret can not be marked', { error: String(error) }),
      );
      const marksSecrets = await clipboard.writeSecret(secret);
      last = mark;
      return marksSecrets;
    },
    async clearSecret() {
      await clearIfOurs(await clipboard.read(), last);
      last = undefined;
    },
    async clearLeftover() {
      const text = await readTextIfThere(file);
      if (text === undefined) return;
      const held = await clipboard.read();
      // A host without a clipboard reads this too, and must not take the mark from one that has it.
      if (held !== '') await clearIfOurs(held, markSchema.safeParse(parseJson(text)).data);
    },
  };
}

function markOf(secret: string): Mark {
  const salt = randomBytes(16);
  return { salt, sha256: digest(salt, secret) };
}

const textOf = ({ salt, sha256 }: Mark): string =>
  JSON.stringify({ salt: base64Of(salt), sha256: base64Of(sha256) });

const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function isOf({ salt, sha256 }: Mark, text: string): boolean {
  const found = digest(salt, text);
  return found.length === sha256.length && timingSafeEqual(found, sha256);
}

const digest = (salt: Uint8Array, secret: string): Buffer =>
  createHash('sha256').update(salt).update(secret).digest();
