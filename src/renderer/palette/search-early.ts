import type { PaletteSearch } from './search-palette.ts';

/** Each length of a text is searched in a way of its own, and slowly the first times. */
const early = ['e', 'en', 'ent', 'entr', 'en', 'ent'];

/**
 * Searches while nobody types: the first search makes ten thousand texts ready, and the browser is quick only at what it has
 * done before. The answer ends it.
 */
export function searchEarly(search: PaletteSearch): () => void {
  const next = (index: number): number =>
    requestIdleCallback(() => {
      const text = early[index];
      if (text === undefined) return;
      search(text);
      waiting = next(index + 1);
    });
  let waiting = next(0);
  return () => cancelIdleCallback(waiting);
}
