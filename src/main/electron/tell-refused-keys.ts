import { acceleratorLabel } from '../../shared/accelerator.ts';
import type { AppState } from '../../shared/app-state.ts';
import type { Shortcuts } from '../../shared/shortcut.ts';
import { shortcutNames } from '../../shared/shortcut.ts';
import type { RunCommand } from '../core/commands.ts';
import type { Store } from '../core/store.ts';
import type { SystemNotification } from '../views/notifications.ts';
import { refusedKeysNotification } from '../views/notifications.ts';

export interface TellRefusedKeysDeps {
  readonly store: Pick<Store, 'state' | 'subscribe'>;
  readonly run: RunCommand;
  readonly say: (notification: SystemNotification) => void;
}

/**
 * Tells of keys that the system refused at this start. Not again at the next unless they worked in between, and not of those
 * that are refused while they are recorded: the field says so there.
 */
export function tellRefusedKeys({ store, run, say }: TellRefusedKeysDeps): void {
  const settle = (tell: boolean): void => {
    const refused = refusedKeys(store.state());
    const { refusalsTold = {} } = store.state().settings;
    const changed = shortcutNames.filter((name) => refused[name] !== refusalsTold[name]);
    if (changed.length === 0) return;
    for (const name of tell ? changed : []) {
      const keys = refused[name];
      if (keys === undefined) continue;
      say(refusedKeysNotification(name, acceleratorLabel(keys, process.platform === 'darwin')));
    }
    void run('change-settings', { refusalsTold: refused }, 'tray');
  };

  settle(true);
  store.subscribe(({ changed }) => {
    // A locked app keeps no settings.
    if (changed.background || changed.lock) settle(false);
  });
}

function refusedKeys({ settings, background }: AppState): Shortcuts {
  const refused = shortcutNames.filter((name) => background.shortcuts?.[name] === 'refused');
  return Object.fromEntries(refused.map((name) => [name, settings.shortcuts[name]]));
}
