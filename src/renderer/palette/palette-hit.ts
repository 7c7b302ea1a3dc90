import { single } from 'fuzzysort';
import type { PaletteEntry } from './palette-entry.ts';
import type { PaletteField } from './palette-fields.ts';
import { nameField, placeField } from './palette-fields.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  /** Where in the text it begins. */
  readonly start: number;
  readonly text: string;
  readonly matched: boolean;
}

/** One line of what was found. */
export interface Hit {
  readonly entry: PaletteEntry;
  readonly name: readonly Piece[];
  readonly where: readonly Piece[];
}

/** An entry, with each of the words marked where it matches best. */
export function hitOf(entry: PaletteEntry, words: readonly string[]): Hit {
  const inName = new Set<number>();
  const inPlace = new Set<number>();
  for (const word of words) {
    const name = matchIn(nameField, entry, word);
    const place = matchIn(placeField, entry, word);
    const isInPlace = place.worth > name.worth;
    for (const letter of isInPlace ? place.letters : name.letters) {
      (isInPlace ? inPlace : inName).add(letter);
    }
  }
  return { entry, name: pieces(entry.name, inName), where: pieces(entry.where, inPlace) };
}

interface FieldMatch {
  readonly worth: number;
  /** Which letters of the text they are. */
  readonly letters: readonly number[];
}

function matchIn(field: PaletteField, entry: PaletteEntry, word: string): FieldMatch {
  const match = single(word, field.textOf(entry));
  if (match === null || match.score < field.atLeast) return { worth: 0, letters: [] };
  return { worth: match.score * field.worth, letters: match.indexes };
}

function pieces(text: string, letters: ReadonlySet<number>): readonly Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end += 1) {
    const matched = letters.has(start);
    if (end < text.length && letters.has(end) === matched) continue;
    found.push({ start, text: text.slice(start, end), matched });
    start = end;
  }
  return found;
}
