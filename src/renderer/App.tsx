import { useSyncExternalStore } from 'react';
import type { AppState } from '../shared/app-state.ts';
import type { Bridge } from '../shared/contract.ts';
import { AppFrame } from './AppFrame.tsx';
import { MainView } from './MainView.tsx';
import { OutsideQuestion } from './OutsideQuestion.tsx';
import { LockScreen } from './protection/LockScreen.tsx';
import { ServicePrincipalRoot } from './service-principal/ServicePrincipalRoot.tsx';
import { FirstRun } from './sign-in/FirstRun.tsx';
import { Skeleton } from './Skeleton.tsx';
import { Announcer } from './state/Announcer.tsx';
import type { AppStore } from './state/app-store.ts';

type Screen = 'skeleton' | 'locked' | 'first-run' | 'main';

export function App({ bridge, store }: { bridge: Bridge; store: AppStore }) {
  const screen = useSyncExternalStore(store.subscribe, () => screenOf(store.read()));
  return (
    <AppFrame bridge={bridge} store={store}>
      <ScreenOf screen={screen} />
      {(screen === 'main' || screen === 'first-run') && <OutsideQuestion />}
      <Announcer />
    </AppFrame>
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
          <FirstRun />
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
