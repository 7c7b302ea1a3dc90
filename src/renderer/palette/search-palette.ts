import type { PaletteEntry } from './palette-entry.ts';
import type { Hit } from './palette-hit.ts';
import { hitOf } from './palette-hit.ts';
import type { PaletteIndex } from './palette-index.ts';

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

/** How much use adds to what a match is worth: an often used one passes a slightly better match, not a much better one. */
const weightOfUse = 0.3;

/** How much is added where the words stand in the name as they were typed. */
const weightOfOrder = 0.1;

/** What may be a part of an id; fewer digits stand in too many. */
const partOfId = /^[\da-f-]{4,36}$/;

/**
 * Searches by the words of a text, in any order, and by a part of an id.
 *
 * @param usedBy how much each is used, from 0 (never) to 1 (most)
 */
export function createPaletteSearch(
  { entries, worthOf }: PaletteIndex,
  usedBy: (entry: PaletteEntry) => number,
): PaletteSearch {
  const uses = Float64Array.from(entries, usedBy);
  const usual = byWorth([...entries.keys()], uses);

  /** What each is worth, with how it is used and how its name goes. */
  function weighed(words: readonly string[]): Float64Array {
    const phrase = words.join(' ');
    return meanOf(words.map(worthOf)).map((worth, row) => {
      if (worth === 0) return 0;
      const inOrder = words.length > 1 && entries[row]?.name.toLowerCase().includes(phrase);
      return worth * (1 + weightOfUse * (uses[row] ?? 0) + (inOrder ? weightOfOrder : 0));
    });
  }

  /** Those whose id has a part, besides those that were found. Any letters are strewn over an id somewhere. */
  const withId = (part: string, worth: Float64Array): readonly number[] =>
    usual.filter(
      (row) => worth[row] === 0 && entries[row]?.guid?.toLowerCase().includes(part) === true,
    );

  return (text) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const [first, second] = words;
    if (first === undefined) return found(usual, usual.length);
    const worth = weighed(words);
    const ids = second === undefined && partOfId.test(first) ? withId(first, worth) : [];
    const { rows, total } = best(worth);
    return found([...rows, ...ids].slice(0, atMost), total + ids.length);

    function found(rows: readonly number[], total: number): Found {
      return {
        count: rows.length,
        total,
        at(index) {
          const entry = entries[rows[index] ?? -1];
          return entry && hitOf(entry, words);
        },
      };
    }
  };
}

/** The mean of what each word is worth, and nothing where one does not match. */
function meanOf(words: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(), ...others] = words;
  return first.map((worth, row) => {
    let sum = worth;
    for (const other of others) {
      const added = other[row] ?? 0;
      sum = sum === 0 || added === 0 ? 0 : sum + added;
    }
    return sum / words.length;
  });
}

/** The rows that are worth most. To put them all in order would cost most where one letter matches thousands. */
function best(worth: Float64Array): { readonly rows: readonly number[]; readonly total: number } {
  const ascending = worth.filter((one) => one > 0).sort();
  const least = ascending.at(-atMost) ?? Number.MIN_VALUE;
  const rows = [...worth.keys()].filter((row) => (worth[row] ?? 0) >= least);
  return { rows: byWorth(rows, worth), total: ascending.length };
}

const byWorth = (rows: readonly number[], worth: Float64Array): readonly number[] =>
  rows.toSorted((one, other) => (worth[other] ?? 0) - (worth[one] ?? 0));
