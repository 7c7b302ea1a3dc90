import { app } from 'electron';
import { keepsRunning } from '../../shared/settings.ts';
import type { RunCommand } from '../core/commands.ts';
import type { Store } from '../core/store.ts';
import type { Launch } from '../views/launch-tasks.ts';
import { readLaunch } from '../views/launch-tasks.ts';
import type { MenuAct } from '../views/menu-line.ts';
import { stillRunningNotification } from '../views/notifications.ts';
import { wasOpenedAtLogin } from './login-item.ts';
import type { Notifier } from './notifier.ts';
import { trayIsShown } from './tray-shown.ts';

export interface BackgroundDeps {
  readonly store: Pick<Store, 'state' | 'apply'>;
  readonly run: RunCommand;
  readonly act: (act: MenuAct) => Promise<void>;
  readonly notify: Notifier;
  readonly show: () => Promise<void>;
  readonly launch: Launch;
}

export interface Background {
  /** The program was started, or started again while it runs. */
  started(launch: Launch): Promise<void>;
  /** The last window went; the answer says whether the program goes on without one. */
  windowsGone(): boolean;
}

/** How this process was started. */
export function ownLaunch(): Launch {
  const launch = readLaunch(process.argv);
  return { ...launch, hidden: launch.hidden || wasOpenedAtLogin() };
}

/** Life without a window. What was started without one ends only when it is told to. */
export function createBackground(deps: BackgroundDeps): Background {
  const { store, run, act, notify, show, launch } = deps;
  let explained = false;

  const explain = (): void => {
    if (explained || store.state().settings.closingExplained) return;
    explained = true;
    notify(stillRunningNotification(store.state()), () => void show());
    void run('change-settings', { closingExplained: true }, 'tray');
  };

  return {
    async started({ hidden, act: wanted }) {
      if (wanted) return act(wanted);
      if (!hidden) await show();
    },
    windowsGone() {
      if (!launch.hidden && !keepsRunning(store.state())) return false;
      explain();
      return true;
    },
  };
}

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
