import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecretPlace } from '../../shared/secret-places.ts';
import { lockMarkName } from './lock-mark.ts';

type Kind = SecretPlace['kind'];

/** Which of our files a name belongs to. Copies (`.previous`, `.unreadable-…`, a temporary file) count with their file. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^vault\.key(\..+)?$/, 'key'],
  [/^msal-cache\.vault(\..+)?$/, 'msal-cache'],
  [/^service-principals\.vault(\..+)?$/, 'service-principals'],
  [/^accounts\.vault(\..+)?$/, 'accounts'],
  [/^directory\.vault(\..+)?$/, 'directory'],
  [/^contexts\.vault(\..+)?$/, 'contexts'],
  [/^arrangement\.vault(\..+)?$/, 'arrangement'],
  [/^usage\.vault(\..+)?$/, 'usage'],
  [/^activity\.vault(\..+)?$/, 'activity'],
  [/^[a-z-]+\.vault(\..+)?$/, 'other-sealed'],
  [/^settings\.json(\..+)?$/, 'settings'],
  [/^cloud\.json(\..+)?$/, 'cloud'],
  [/^window\.json(\..+)?$/, 'window'],
  [/^clipboard-mark(\..+)?$/, 'clipboard-mark'],
  [/^logs\/azimuth\.log(\..+)?$/, 'log'],
  [new RegExp(`^${lockMarkName}(\\..+)?$`), 'lock-mark'],
];

/** What a look into the folder finds there of ours, as paths inside of it with forward slashes. */
export async function takeInventory(folder: string): Promise<readonly SecretPlace[]> {
  const names = [
    ...(await namesIn(folder)),
    ...(await namesIn(join(folder, 'logs'))).map((name) => `logs/${name}`),
  ];
  const found = new Map<Kind, string[]>(kinds.map(([, kind]) => [kind, []]));
  for (const name of names.toSorted()) {
    const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
    if (kind !== undefined) found.get(kind)?.push(name);
  }
  return [...found].map(([kind, files]) => ({ kind, files }));
}

/** Removes every file of some kinds, and looks again. */
export async function removeKinds(
  folder: string,
  wanted: (kind: Kind) => boolean,
): Promise<{ readonly removed: number; readonly left: readonly string[] }> {
  const look = async (): Promise<readonly string[]> =>
    (await takeInventory(folder)).flatMap(({ kind, files }) => (wanted(kind) ? files : []));
  const before = await look();
  // What can't be removed is found by the second look.
  await Promise.allSettled(
    before.map((name) => rm(join(folder, name), { recursive: true, force: true })),
  );
  const left = await look();
  return { removed: before.length - left.length, left };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
