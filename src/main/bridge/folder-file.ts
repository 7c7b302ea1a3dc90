import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import { errorCode } from './error-code.ts';

/** The name of the file that says where a folder, and all that is in it, points. */
const fileName = '.azimuth';

/** Bytes: far more than any such file has. */
const largest = 16_384;

const text = z.string().trim().min(1).max(512);

/** A context by its name, or a place word for word. There is nothing secret to say. */
const folderFileSchema = z.union([
  z.strictObject({ context: text }),
  z
    .strictObject({
      account: text.optional(),
      tenant: text.optional(),
      subscription: text.optional(),
    })
    .refine(({ tenant, subscription }) => tenant !== undefined || subscription !== undefined),
]);

export type FolderFile = z.infer<typeof folderFileSchema>;

export type FoundFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'file'; readonly path: string; readonly says: FolderFile }
  /** One sentence, which names the file. */
  | { readonly kind: 'complaint'; readonly complaint: string };

/**
 * The `.azimuth` file of a folder, or of the nearest folder above that has one. Only a plain file counts that belongs to
 * the user or to root and that not everybody can write: in a shared folder somebody else's file must not point anyone
 * anywhere (https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory).
 */
export async function findFolderFile(folder: string): Promise<FoundFile> {
  for (let above = folder; ; above = dirname(above)) {
    const path = join(above, fileName);
    const content = await readOwn(path);
    if (content?.kind === 'complaint') return content;
    if (content) return parse(path, content.text);
    if (dirname(above) === above) return { kind: 'none' };
  }
}

type Content = { readonly kind: 'text'; readonly text: string } | Complaint;
type Complaint = Extract<FoundFile, { readonly kind: 'complaint' }>;

const complain = (complaint: string): Complaint => ({ kind: 'complaint', complaint });

/** Nothing where there is no file. A pipe is opened without waiting for its writer, and a link is not followed. */
async function readOwn(path: string): Promise<Content | undefined> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  try {
    await using file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const facts = await file.stat();
    if (facts.isDirectory()) return undefined;
    if (!facts.isFile()) return complain(`${path} is no plain file. Remove it.`);
    if (facts.uid !== process.getuid?.() && facts.uid !== 0) {
      return complain(
        `${path} belongs to another user, so it is not followed. Remove it, or make it yours if you trust what it says.`,
      );
    }
    if ((facts.mode & 0o002) !== 0) {
      return complain(`${path} can be changed by everybody, so it is not followed: chmod o-w it.`);
    }
    if (facts.size > largest) return complain(`${path} is too long for what it has to say.`);
    return { kind: 'text', text: await file.readFile('utf8') };
  } catch (error) {
    return unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): Complaint | undefined {
  const code = errorCode(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return undefined;
    case 'ELOOP':
      return complain(`${path} is a link, which is not followed. Put a plain file there.`);
    case 'EACCES':
      return complain(`${path} can not be read. Make it readable for yourself, or remove it.`);
    default:
      return complain(`${path} can not be read (${String(code)}).`);
  }
}

function parse(path: string, content: string): FoundFile {
  const parsed = folderFileSchema.safeParse(parseJson(content.replace(/^\uFEFF/, '')));
  if (parsed.success) return { kind: 'file', path, says: parsed.data };
  return complain(
    `${path} makes no sense. It has to be {"context": "NAME"}, or {"account": …, "tenant": …, "subscription": …} with a tenant or a subscription.`,
  );
}
