import { go, snapshot } from 'fuzzysort';
import type { PaletteEntry } from './palette-entry.ts';
import type { PaletteField } from './palette-fields.ts';
import { nameField, otherWordsField, placeField } from './palette-fields.ts';

/** Entries, made ready for being searched. */
export interface PaletteIndex {
  readonly entries: readonly PaletteEntry[];
  /** What the match of one word is worth for each entry, in their order: from 0 (none) to 1. */
  worthOf(word: string): Float64Array;
}

export function createPaletteIndex(entries: readonly PaletteEntry[]): PaletteIndex {
  const fields = [nameField, placeField, otherWordsField].map((field) =>
    indexField(entries, field),
  );
  return {
    entries,
    worthOf(word) {
      const worth = new Float64Array(entries.length);
      for (const search of fields) {
        search(word, (row, found) => {
          if (found > (worth[row] ?? 0)) worth[row] = found;
        });
      }
      return worth;
    },
  };
}

/** Makes one text of each entry ready. The same text is looked at once: thousands of subscriptions share a few places. */
function indexField(
  entries: readonly PaletteEntry[],
  { textOf, atLeast, worth }: PaletteField,
): (word: string, tell: (row: number, worth: number) => void) => void {
  const rows = Map.groupBy(entries.entries(), ([, entry]) => textOf(entry));
  const texts = snapshot([...rows.keys()]);
  return (word, tell) => {
    go(word, texts, {
      // It tells of each match and keeps none: to keep the best of thousands in order is what costs most.
      scoreFn({ target, score }) {
        if (score >= atLeast) for (const [row] of rows.get(target) ?? []) tell(row, score * worth);
        return 0;
      },
    });
  };
}
