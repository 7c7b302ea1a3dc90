import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import type { Clipboard } from '../core/ports/desktop.ts';
import type { Log } from '../core/ports/storage.ts';
import { readTextIfThere, writeAlone } from './kept-file.ts';

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'));
const markSchema = z.object({ salt: base64, sha256: base64 });

/** A clipboard that knows after a crash which of its texts was a secret of ours. */
export interface MarkedClipboard extends Clipboard {
  /** Clears what the last run left behind, unless the person has copied something else since. */
  clearLeftover(): Promise<void>;
}

/**
 * Marks each secret on the clipboard in a file: its salted SHA-256, from which a token can't be found again. The mark goes
 * when the secret is cleared; of one that the person copied something over, it goes at the next start.
 */
export function markSecrets(clipboard: Clipboard, folder: string, log: Log): MarkedClipboard {
  const file = join(folder, 'clipboard-mark');

  const put = async (secret: string): Promise<void> => {
    const salt = randomBytes(16);
    const mark = { salt: salt.toString('base64'), sha256: digest(salt, secret).toString('base64') };
    await writeAlone(file, Buffer.from(JSON.stringify(mark)));
  };

  return {
    read: () => clipboard.read(),
    write: (text) => clipboard.write(text),
    async writeSecret(secret) {
      // First, so that no crash comes between.
      await put(secret).catch((error: unknown) =>
        log.warn('a copied secret can not be marked', { error: String(error) }),
      );
      return clipboard.writeSecret(secret);
    },
    async clear() {
      await clipboard.clear();
      await rm(file, { force: true });
    },
    async clearLeftover() {
      const text = await readTextIfThere(file);
      if (text === undefined) return;
      const held = await clipboard.read();
      // A host without a clipboard reads this too, and must not take the mark from one that has it.
      if (held === '') return;
      const mark = markSchema.safeParse(parseJson(text));
      if (mark.success) {
        const { salt, sha256 } = mark.data;
        const found = digest(salt, held);
        if (found.length === sha256.length && timingSafeEqual(found, sha256)) {
          await clipboard.clear();
        }
      }
      await rm(file, { force: true });
    },
  };
}

const digest = (salt: Uint8Array, secret: string): Buffer =>
  createHash('sha256').update(salt).update(secret).digest();
