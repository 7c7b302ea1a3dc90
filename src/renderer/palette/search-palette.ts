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

  /** What each is worth: the mean of its words, all of which have to match, with how it is used and how its name goes. */
  function weigh(words: readonly string[]): Float64Array {
    const each = words.map(worthOf);
    const phrase = words.length > 1 ? words.join(' ') : undefined;
    return uses.map((used, row) => {
      let sum = 0;
      for (const worth of each) {
        const one = worth[row] ?? 0;
        if (one === 0) return 0;
        sum += one;
      }
      const inOrder = phrase !== undefined && entries[row]?.name.toLowerCase().includes(phrase);
      return (sum / each.length) * (1 + weightOfUse * used + (inOrder ? weightOfOrder : 0));
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
    const worth = weigh(words);
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

/** The rows that are worth most. To put them all in order would cost most where one letter matches thousands. */
function best(worth: Float64Array): { readonly rows: readonly number[]; readonly total: number } {
  const ascending = worth.filter((one) => one > 0).sort();
  const least = ascending.at(-atMost) ?? Number.MIN_VALUE;
  const better: number[] = [];
  const equal: number[] = [];
  worth.forEach((one, row) => {
    if (one > least) better.push(row);
    else if (one === least && equal.length < atMost) equal.push(row);
  });
  return { rows: [...byWorth(better, worth), ...equal].slice(0, atMost), total: ascending.length };
}

const byWorth = (rows: readonly number[], worth: Float64Array): readonly number[] =>
  rows.toSorted((one, other) => (worth[other] ?? 0) - (worth[one] ?? 0));
