import { useMemo } from 'react';
import { useSlice } from '../state/window-context.ts';
import { familiarity } from './familiarity.ts';
import { createPaletteIndex } from './palette-index.ts';
import { usePaletteIndex } from './PaletteIndexRoot.tsx';
import type { PaletteSearch } from './search-palette.ts';
import { createPaletteSearch } from './search-palette.ts';

/** @param within the key of the account or the tenant that is looked into */
export function usePaletteSearch(within: string | undefined): PaletteSearch {
  const index = usePaletteIndex();
  const usage = useSlice('usage');
  const { favourites } = useSlice('arrangement');
  const shown = useMemo(
    () =>
      within === undefined
        ? index
        : createPaletteIndex(index.entries.filter(({ key }) => key.startsWith(`${within}/`))),
    [index, within],
  );
  return useMemo(
    () => createPaletteSearch(shown, familiarity(usage, favourites)),
    [shown, usage, favourites],
  );
}
