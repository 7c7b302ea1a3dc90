import { createContext, use, useSyncExternalStore } from 'react';
import type { AppState, SliceName } from '../../shared/app-state.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { AppStore } from './app-store.ts';

export interface WindowContextValue {
  readonly bridge: Bridge;
  readonly store: AppStore;
}

export const WindowContext = createContext<WindowContextValue | undefined>(undefined);

export function useWindow(): WindowContextValue {
  const value = use(WindowContext);
  if (value === undefined) throw new Error('This part of the window stands outside of it.');
  return value;
}

/** One slice; only its own changes draw the caller again. To be used below `Ready`, where the state is there. */
export function useSlice<N extends SliceName>(name: N): AppState[N] {
  const { store } = useWindow();
  return useSyncExternalStore(store.subscribe, () => {
    const state = store.read();
    if (state === undefined) throw new Error('The state has not arrived yet.');
    return state[name];
  });
}
