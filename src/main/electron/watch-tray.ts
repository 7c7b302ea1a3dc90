import { app } from 'electron';
import type { Store } from '../core/store.ts';
import { trayIsShown } from './tray-shown.ts';

/** Keeps the state's word on whether a tray is shown; an extension of the desktop may come and go. */
export function watchTray(store: Pick<Store, 'state' | 'apply'>, appeared: () => void): void {
  const look = async (): Promise<boolean> => {
    const trayShown = await trayIsShown();
    const changed = trayShown !== store.state().background.trayShown;
    if (changed) store.apply({ kind: 'background-changed', change: { trayShown } });
    return changed && trayShown;
  };
  void look();
  app.on('browser-window-focus', () => {
    void look().then((now) => {
      if (now) appeared();
    });
  });
}
