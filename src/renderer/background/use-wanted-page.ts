import { useEffect } from 'react';
import type { Page } from '../../shared/app-state.ts';
import { focusFilter, useNavigation } from '../panels/navigation.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';

/** Shows what was asked for from outside of the window, once. */
export function useWantedPage(): void {
  const { page } = useSlice('wanted');
  const { open } = useNavigation();
  const send = useSend();
  useEffect(() => {
    if (page === undefined) return;
    const shows: Readonly<Record<Page, () => void>> = {
      settings: () => open({ kind: 'settings' }),
      find: focusFilter,
    };
    shows[page]();
    void send('page-shown', {});
  }, [open, page, send]);
}
