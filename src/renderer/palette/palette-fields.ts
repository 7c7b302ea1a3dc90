import type { PaletteEntry } from './palette-entry.ts';

/** A text of an entry that is looked into. */
export interface PaletteField {
  textOf(entry: PaletteEntry): string;
  /** How much a match in it says, from 0 to 1, that counts; strewn letters say about 0.3. */
  readonly atLeast: number;
  /** What that is worth, against a match in the name. */
  readonly worth: number;
}

export const nameField: PaletteField = {
  textOf: ({ name }) => name,
  atLeast: 0.25,
  worth: 1,
};

export const placeField: PaletteField = {
  // A command is found by its own words: what it says besides would be found in its stead.
  textOf: ({ kind, where }) => (kind === 'command' ? '' : where),
  atLeast: 0.25,
  worth: 0.9,
};

/** Other words for a thing, which have to be typed nearly as they are. */
export const otherWordsField: PaletteField = {
  textOf: ({ also }) => also,
  atLeast: 0.5,
  worth: 0.9,
};
