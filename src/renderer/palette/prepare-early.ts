import type { PaletteIndex } from './palette-index.ts';
import { createPaletteSearch } from './search-palette.ts';

/** Milliseconds that the window has been left alone before each step; what is still arriving is not made ready each time. */
const pause = 500;

/** Each length of a text is searched in a way of its own. */
const texts = ['e', 'en', 'ent', 'e n', 'o', 'on', 'con', 'c o'];

/**
 * Makes the index while nobody does anything, and searches in it, a little at a time: the browser is quick only at what it has
 * done before. The answer ends it.
 */
export function prepareEarly(readIndex: () => PaletteIndex): () => void {
  const steps: (() => unknown)[] = [
    readIndex,
    ...texts.map((text) => () => createPaletteSearch(readIndex(), () => 0)(text)),
  ];
  const listening = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle = 0;

  function stop(): void {
    clearTimeout(timer);
    cancelIdleCallback(idle);
  }
  function waitAgain(): void {
    stop();
    timer = setTimeout(() => {
      idle = requestIdleCallback(() => {
        steps.shift()?.();
        if (steps.length > 0) waitAgain();
        else listening.abort();
      });
    }, pause);
  }

  for (const input of ['keydown', 'pointerdown', 'wheel']) {
    window.addEventListener(input, waitAgain, { signal: listening.signal, passive: true });
  }
  waitAgain();
  return () => {
    listening.abort();
    stop();
  };
}
