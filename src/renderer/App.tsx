import { useMemo, useSyncExternalStore } from 'react';
import type { AppState } from '../shared/app-state.ts';
import type { Bridge } from '../shared/contract.ts';
import { MainView } from './MainView.tsx';
import { LockScreen } from './protection/LockScreen.tsx';
import { LockShortcut } from './protection/LockShortcut.tsx';
import { ServicePrincipalRoot } from './service-principal/ServicePrincipalRoot.tsx';
import { NavigationRoot } from './panels/NavigationRoot.tsx';
import { FirstRun } from './sign-in/FirstRun.tsx';
import { Skeleton } from './Skeleton.tsx';
import { Announcer } from './state/Announcer.tsx';
import type { AppStore } from './state/app-store.ts';
import { Toasts } from './state/Toasts.tsx';
import { WindowContext } from './state/window-context.ts';
import { AppTheme } from './theme/AppTheme.tsx';

type Screen = 'skeleton' | 'locked' | 'first-run' | 'main';

export function App({ bridge, store }: { bridge: Bridge; store: AppStore }) {
  const screen = useSyncExternalStore(store.subscribe, () => screenOf(store.read()));
  const theme = useSyncExternalStore(
    store.subscribe,
    () => store.read()?.settings.theme ?? 'system',
  );
  const context = useMemo(() => ({ bridge, store }), [bridge, store]);
  return (
    <AppTheme theme={theme}>
      <WindowContext value={context}>
        <Toasts>
          <ScreenOf screen={screen} />
          <LockShortcut />
          <Announcer />
        </Toasts>
      </WindowContext>
    </AppTheme>
  );
}

function screenOf(state: AppState | undefined): Screen {
  if (state === undefined) return 'skeleton';
  if (state.lock.kind === 'locked') return 'locked';
  if (!state.about.restored) return 'skeleton';
  return state.accounts.length === 0 ? 'first-run' : 'main';
}

function ScreenOf({ screen }: { screen: Screen }) {
  switch (screen) {
    case 'skeleton':
      return <Skeleton />;
    case 'locked':
      return <LockScreen />;
    case 'first-run':
      return (
        <ServicePrincipalRoot>
          <NavigationRoot>
            <FirstRun />
          </NavigationRoot>
        </ServicePrincipalRoot>
      );
    case 'main':
      return (
        <ServicePrincipalRoot>
          <MainView />
        </ServicePrincipalRoot>
      );
  }
}
