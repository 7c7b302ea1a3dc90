import type { KeysResult, Result } from 'fuzzysort';
import { go, snapshot } from 'fuzzysort';
import type { PaletteEntry } from './palette-entry.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  /** Where in the text it begins. */
  readonly start: number;
  readonly text: string;
  readonly matched: boolean;
}

export interface Hit {
  readonly entry: PaletteEntry;
  readonly name: readonly Piece[];
  readonly where: readonly Piece[];
}

/** What was found, the best first. Hits are made when they are asked for: few of thousands are ever seen. */
export interface Found {
  readonly count: number;
  /** How many match; more than can be looked through are not counted in. */
  readonly total: number;
  at(index: number): Hit | undefined;
}

export type PaletteSearch = (text: string) => Found;

/** More than anybody looks through; who sees them all types another letter. */
const atMost = 500;

/** How much a match says, from 0 to 1, that is worth showing; strewn letters say about 0.3. */
const threshold = 0.25;

/** How much of a match's worth use can add: an often used one passes a slightly better match, not a much better one. */
const weightOfUse = 0.3;

/**
 * Prepares entries for being searched by name, place and id, in any order of words.
 *
 * @param usedBy how much each is used, from 0 (never) to 1 (most)
 */
export function createPaletteSearch(
  entries: readonly PaletteEntry[],
  usedBy: (entry: PaletteEntry) => number,
): PaletteSearch {
  const index = snapshot(entries, { keys: ['name', placeOf, 'also'] });
  const usual = entries
    .map((entry) => ({ entry, used: usedBy(entry) }))
    .toSorted((one, other) => other.used - one.used)
    .map(({ entry }) => entry);
  const scoreFn = (result: KeysResult<PaletteEntry>): number =>
    worth(result) * (1 + weightOfUse * usedBy(result.obj));
  return (text) => {
    if (text.trim() === '') return everything(usual);
    const results = go(text, index, { limit: atMost, threshold, scoreFn });
    return {
      count: results.length,
      total: results.total,
      at(number) {
        const result = results[number];
        if (!result) return undefined;
        const { obj: entry } = result;
        return {
          entry,
          name: pieces(result[0], entry.name),
          where: pieces(result[1], entry.where),
        };
      },
    };
  };
}

/** What is found by its name comes first. What only its id says has to be a part of it: any letters stand in an id somewhere. */
function worth(result: KeysResult<PaletteEntry>): number {
  const [name, where] = result;
  if (name && name.score > 0) return result.score;
  if (where && where.score > 0) return result.score * 0.9;
  return result.score > 0.5 ? result.score * 0.9 : 0;
}

/** A command is found by its own words: what it says besides would be found in its stead. */
const placeOf = ({ kind, where }: PaletteEntry): string => (kind === 'command' ? '' : where);

const everything = (entries: readonly PaletteEntry[]): Found => ({
  count: entries.length,
  total: entries.length,
  at(index) {
    const entry = entries[index];
    return entry && { entry, name: [plain(entry.name)], where: [plain(entry.where)] };
  },
});

const plain = (text: string): Piece => ({ start: 0, text, matched: false });

/** What did not match is not told by the library. */
function pieces(result: Result | undefined, text: string): readonly Piece[] {
  const parts = result?.highlight((matched): Piece => ({ ...plain(matched), matched: true })) ?? [];
  let start = 0;
  const found = parts
    .map((part): Piece => {
      const piece = { ...(typeof part === 'string' ? plain(part) : part), start };
      start += piece.text.length;
      return piece;
    })
    .filter((piece) => piece.text !== '');
  return found.length > 0 ? found : [plain(text)];
}
