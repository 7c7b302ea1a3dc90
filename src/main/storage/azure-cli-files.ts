import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseJson } from '../../shared/json.ts';
import type { CliProfileDocument } from './azure-cli-profile.ts';
import { cliProfileDocument } from './azure-cli-profile.ts';

export const profileFile = (folder: string): string => join(folder, 'azureProfile.json');

/** Bytes: some 20,000 subscriptions. What is larger is not Azure CLI's. */
const largest = 20_000_000;

/** How often, and how many milliseconds apart, a file is read that Azure CLI may be writing: it does not write in one step. */
const [tries, between] = [3, 100];

export type ReadFile =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unusable'; readonly why: string }
  | { readonly kind: 'read'; readonly bytes: Buffer };

/** A file of Azure CLI's folder, if it is one that can be read and has a sensible size. */
export async function readCliFile(path: string): Promise<ReadFile> {
  try {
    const { size, isFile } = await stat(path).then((facts) => ({
      size: facts.size,
      isFile: facts.isFile(),
    }));
    if (!isFile) return { kind: 'unusable', why: 'is not a file' };
    if (size > largest) return { kind: 'unusable', why: 'is larger than Azure CLI ever writes it' };
    return { kind: 'read', bytes: await readFile(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { kind: 'missing' };
    return { kind: 'unusable', why: `can’t be read (${String(code)})` };
  }
}

export type ReadProfile =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unusable'; readonly why: string }
  | {
      readonly kind: 'read';
      readonly document: CliProfileDocument;
      /** As it stood on the disk, with what says how it is encoded. */
      readonly bytes: Buffer;
    };

/** `azureProfile.json`. One that makes no sense is looked at again, since it may be half written. */
export async function readProfile(folder: string, left = tries): Promise<ReadProfile> {
  const read = await readCliFile(profileFile(folder));
  if (read.kind !== 'read') return read;
  const text = decode(read.bytes);
  const parsed = cliProfileDocument.safeParse(text === undefined ? undefined : parseJson(text));
  if (parsed.success) return { kind: 'read', document: parsed.data, bytes: read.bytes };
  if (left > 1) {
    await wait(between);
    return readProfile(folder, left - 1);
  }
  // Nothing is in it: nothing can be lost, and Azure CLI starts anew with it too.
  if (text?.trim() === '') return { kind: 'read', document: {}, bytes: read.bytes };
  return { kind: 'unusable', why: 'is damaged: it is not what Azure CLI writes' };
}

/** The text without its byte order mark; nothing if it is not UTF-8. */
function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
