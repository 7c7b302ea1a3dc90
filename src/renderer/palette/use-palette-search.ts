import { useMemo } from 'react';
import { useSlice } from '../state/window-context.ts';
import { familiarity } from './familiarity.ts';
import { paletteEntries } from './palette-entries.ts';
import type { PaletteSearch } from './search-palette.ts';
import { createPaletteSearch } from './search-palette.ts';

/**
 * What can be found, prepared once per change of the list.
 *
 * @param within the key of the account or the tenant that is looked into
 */
export function usePaletteSearch(within: string | undefined): PaletteSearch {
  const accounts = useSlice('accounts');
  const tenants = useSlice('tenants');
  const subscriptions = useSlice('subscriptions');
  const contexts = useSlice('contexts');
  const selection = useSlice('selection');
  const arrangement = useSlice('arrangement');
  const lock = useSlice('lock');
  const usage = useSlice('usage');
  const entries = useMemo(
    () =>
      paletteEntries({ accounts, tenants, subscriptions, contexts, selection, arrangement, lock }),
    [accounts, tenants, subscriptions, contexts, selection, arrangement, lock],
  );
  return useMemo(() => {
    const shown =
      within === undefined ? entries : entries.filter(({ key }) => key.startsWith(`${within}/`));
    return createPaletteSearch(shown, familiarity(usage));
  }, [entries, usage, within]);
}
