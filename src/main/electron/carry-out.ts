import type { RunCommand } from '../core/commands.ts';
import type { Store } from '../core/store.ts';
import type { MenuAct } from '../views/menu-line.ts';
import { copiedNotification, problemNotification } from '../views/notifications.ts';
import type { Notifier } from './notifier.ts';

export interface CarryOutDeps {
  readonly store: Pick<Store, 'state'>;
  readonly run: RunCommand;
  readonly notify: Notifier;
  readonly show: () => Promise<void>;
  readonly quit: () => void;
}

/** Does what a click outside of the window asks for; how it went is said by the window, else by a notification. */
export function createCarryOut(deps: CarryOutDeps): (act: MenuAct) => Promise<void> {
  const { store, run, notify, show, quit } = deps;

  const copyToken = async (act: Extract<MenuAct, { kind: 'copy-token' }>): Promise<void> => {
    const { target, audience } = act;
    const issued = await run('issue-token', { target, audience }, 'tray');
    const done = issued.ok ? await run('copy-token', { tokenId: issued.value.id }, 'tray') : issued;
    const said = done.ok
      ? issued.ok && copiedNotification(store.state(), issued.value)
      : problemNotification(done.problem);
    if (said) notify(said, () => void show());
  };

  return async (act) => {
    switch (act.kind) {
      case 'open':
        if (act.page !== undefined) await run('show-page', { page: act.page }, 'tray');
        return show();
      case 'quit':
        return quit();
      case 'copy-token':
        return copyToken(act);
      case 'run': {
        if (act.open) await show();
        const done = await run(act.name, act.input, 'tray');
        if (!done.ok && !act.open) notify(problemNotification(done.problem), () => void show());
      }
    }
  };
}
