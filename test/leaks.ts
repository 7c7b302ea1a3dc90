import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** A place where something secret stands in readable form. Never the secret itself. */
export interface Leak {
  readonly where: string;
}

/**
 * Looks for secrets in every file of a folder and in what was printed: as they are, and as base64 at each of its three
 * alignments.
 */
export async function findLeaks(
  secrets: Iterable<string>,
  folder: string,
  printed: Readonly<Record<string, string>>,
): Promise<readonly Leak[]> {
  const needles = [...secrets].flatMap(shapes);
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const places = Object.entries(printed);
  for (const file of files) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    // A browser that was killed may still be clearing up after itself.
    const text = await readFile(path, 'latin1').catch(() => '');
    places.push([relative(folder, path), text]);
  }
  return places
    .filter(([, text]) => needles.some((needle) => text.includes(needle)))
    .map(([where]) => ({ where }));
}

function shapes(secret: string): readonly string[] {
  const base64 = ['', ' ', '  '].map((offset) =>
    Buffer.from(offset + secret)
      .toString('base64')
      .slice(4, -4),
  );
  return [secret, ...base64];
}
