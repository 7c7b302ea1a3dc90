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

/** What may be a part of an id; fewer digits stand in too many. */
const partOfId = /^[\da-f-]{4,36}$/;

/**
 * Prepares entries for being searched by name and place, in any order of words, and by id.
 *
 * @param usedBy how much each is used, from 0 (never) to 1 (most)
 */
export function createPaletteSearch(
  entries: readonly PaletteEntry[],
  usedBy: (entry: PaletteEntry) => number,
): PaletteSearch {
  const index = snapshot(entries, { keys: ['name', placeOf, 'also'] });
  // Few of thousands are used, and each keystroke asks for all of them.
  const uses = new Map(
    entries.map((entry) => [entry, usedBy(entry)] as const).filter(([, used]) => used > 0),
  );
  const used = (entry: PaletteEntry): number => uses.get(entry) ?? 0;
  const usual = entries.toSorted((one, other) => used(other) - used(one));
  const scoreFn = (result: KeysResult<PaletteEntry>): number =>
    worth(result) * (1 + weightOfUse * used(result.obj));
  return (text) => {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return everything(usual);
    const results = go(wanted, index, { limit: atMost, threshold, scoreFn });
    const byId = partOfId.test(wanted) ? withId(usual, wanted, results) : [];
    const shown = Math.min(atMost, results.length + byId.length);
    return {
      count: shown,
      total: results.total + byId.length,
      at(number) {
        const result = results[number];
        if (!result) return number < shown ? plainHit(byId[number - results.length]) : undefined;
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

/** What is found by its name comes first. Other words for a thing have to be typed as they are. */
function worth(result: KeysResult<PaletteEntry>): number {
  const [name, where] = result;
  const { score } = result;
  if (isMatch(name)) return score;
  return isMatch(where) || score > 0.5 ? score * 0.9 : 0;
}

/** The library gives a text that did not match as an empty one; a score would be worked out each time that it is asked for. */
const isMatch = (result: Result | undefined): boolean =>
  result !== undefined && result.target !== '';

/** The entries whose id has a part, beside those that were found already. Any letters are strewn over an id somewhere. */
function withId(
  entries: readonly PaletteEntry[],
  part: string,
  found: readonly { readonly obj: PaletteEntry }[],
): readonly PaletteEntry[] {
  const already = new Set(found.map(({ obj }) => obj));
  return entries.filter(
    (entry) => entry.guid?.toLowerCase().includes(part) === true && !already.has(entry),
  );
}

/** A command is found by its own words: what it says besides would be found in its stead. */
const placeOf = ({ kind, where }: PaletteEntry): string => (kind === 'command' ? '' : where);

const everything = (entries: readonly PaletteEntry[]): Found => ({
  count: entries.length,
  total: entries.length,
  at: (index) => plainHit(entries[index]),
});

/** One that was not found by its letters. */
const plainHit = (entry: PaletteEntry | undefined): Hit | undefined =>
  entry && { entry, name: [plain(entry.name)], where: [plain(entry.where)] };

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
