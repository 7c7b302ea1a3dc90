import { keepsRunning } from '../../shared/settings.ts';
import type { RunCommand } from '../core/commands.ts';
import type { Store } from '../core/store.ts';
import type { Launch } from '../views/launch-tasks.ts';
import { readLaunch } from '../views/launch-tasks.ts';
import type { MenuAct } from '../views/menu-line.ts';
import { stillRunningNotification } from '../views/notifications.ts';
import { wasOpenedAtLogin } from './login-item.ts';
import type { Notifier } from './notifier.ts';

export interface BackgroundDeps {
  readonly store: Pick<Store, 'state'>;
  readonly run: RunCommand;
  /** Waits for what is remembered, as copying a token needs it. */
  readonly act: (act: MenuAct) => Promise<void>;
  readonly notify: Notifier;
  readonly show: () => Promise<void>;
  /** Looks whether a tray is shown, and writes it into the state. */
  readonly lookForTray: () => Promise<void>;
  readonly launch: Launch;
}

export interface Background {
  /** Does what this start was for. */
  begin(): Promise<void>;
  /** The program was started again, with these arguments, while it runs. */
  startedAgain(given: readonly string[]): Promise<void>;
  /** The last window went; the answer says whether the program goes on without one. */
  windowsGone(): Promise<boolean>;
}

/** How this process was started. */
export function ownLaunch(): Launch {
  const launch = readLaunch(process.argv);
  return { ...launch, hidden: launch.hidden || wasOpenedAtLogin() };
}

/** Life without a window. What was started without one ends only when it is told to. */
export function createBackground(deps: BackgroundDeps): Background {
  const { store, run, act, notify, show, lookForTray, launch } = deps;
  let explained = false;

  const explain = (): void => {
    if (explained || store.state().settings.closingExplained) return;
    explained = true;
    notify(stillRunningNotification(store.state()), () => void show());
    void run('change-settings', { closingExplained: true }, 'tray');
  };

  return {
    async begin() {
      if (!launch.hidden) await show();
      if (launch.act) await act(launch.act);
    },
    async startedAgain(given) {
      const { hidden, act: wanted } = readLaunch(given);
      if (wanted) return act(wanted);
      if (!hidden) await show();
    },
    async windowsGone() {
      await lookForTray();
      if (!launch.hidden && !keepsRunning(store.state())) return false;
      explain();
      return true;
    },
  };
}
