import type { ReactNode } from 'react';
import { createContext, use, useEffect, useMemo } from 'react';
import { useSlice } from '../state/window-context.ts';
import type { Findable } from './palette-entries.ts';
import { paletteEntries } from './palette-entries.ts';
import type { PaletteIndex } from './palette-index.ts';
import { createPaletteIndex } from './palette-index.ts';
import { prepareEarly } from './prepare-early.ts';

const PaletteIndexContext = createContext<(() => PaletteIndex) | undefined>(undefined);

/** Everything that can be found, made ready. */
export function usePaletteIndex(): PaletteIndex {
  const read = use(PaletteIndexContext);
  if (read === undefined) throw new Error('The palette stands outside of what keeps its index.');
  return read();
}

/** Keeps the index, so that the palette opens with it. After a change it is made again when it is asked for, or when the window idles. */
export function PaletteIndexRoot({ children }: { children: ReactNode }) {
  const accounts = useSlice('accounts');
  const tenants = useSlice('tenants');
  const subscriptions = useSlice('subscriptions');
  const contexts = useSlice('contexts');
  const selection = useSlice('selection');
  const arrangement = useSlice('arrangement');
  const lock = useSlice('lock');
  const read = useMemo(
    () => makeOnce({ accounts, tenants, subscriptions, contexts, selection, arrangement, lock }),
    [accounts, tenants, subscriptions, contexts, selection, arrangement, lock],
  );
  useEffect(() => prepareEarly(read), [read]);
  return <PaletteIndexContext value={read}>{children}</PaletteIndexContext>;
}

function makeOnce(state: Findable): () => PaletteIndex {
  let index: PaletteIndex | undefined;
  return () => (index ??= createPaletteIndex(paletteEntries(state)));
}
