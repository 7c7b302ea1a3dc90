import type { ReactNode } from 'react';
import { useMemo, useSyncExternalStore } from 'react';
import type { Bridge } from '../shared/contract.ts';
import { LockShortcut } from './protection/LockShortcut.tsx';
import type { AppStore } from './state/app-store.ts';
import { Toasts } from './state/Toasts.tsx';
import { WindowContext } from './state/window-context.ts';
import { AppTheme } from './theme/AppTheme.tsx';

interface AppFrameProps {
  readonly bridge: Bridge;
  readonly store: AppStore;
  readonly children: ReactNode;
}

/** What every window of ours stands in: the theme, the state, the toasts, and the keys that lock. */
export function AppFrame({ bridge, store, children }: AppFrameProps) {
  const theme = useSyncExternalStore(
    store.subscribe,
    () => store.read()?.settings.theme ?? 'system',
  );
  const context = useMemo(() => ({ bridge, store }), [bridge, store]);
  return (
    <AppTheme theme={theme}>
      <WindowContext value={context}>
        <Toasts>
          {children}
          <LockShortcut />
        </Toasts>
      </WindowContext>
    </AppTheme>
  );
}
