import { useEffect } from 'react';
import type { Page } from '../../shared/app-state.ts';
import { useOpenPalette } from '../palette/opening.ts';
import type { Panel } from '../panels/navigation.ts';
import { useNavigation } from '../panels/navigation.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';

/** Shows what was asked for from outside of the window, once. */
export function useWantedPage(): void {
  const { page } = useSlice('wanted');
  const { open } = useNavigation();
  const openPalette = useOpenPalette();
  const send = useSend();
  useEffect(() => {
    if (page === undefined) return;
    if (page === 'find') openPalette();
    else if (page !== 'window') open(panelOf(page));
    void send('page-shown', {});
  }, [open, openPalette, page, send]);
}

const panelOf = (page: Exclude<Page, 'find' | 'window'>): Panel =>
  page === 'token' ? { kind: 'token', target: { kind: 'default' } } : { kind: page };
