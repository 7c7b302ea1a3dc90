import type { RunCommand } from '../core/commands.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import type { MenuAct } from '../views/menu-line.ts';
import type { SystemNotification } from '../views/notifications.ts';
import { problemNotification } from '../views/notifications.ts';
import type { CopyOutside, OutsideCopy } from './copy-outside.ts';
import type { Notifier } from './notifier.ts';

export interface CarryOutDeps {
  readonly run: RunCommand;
  readonly copy: CopyOutside;
  readonly notify: Notifier;
  readonly show: () => Promise<void>;
  readonly quit: () => void;
}

export interface CarryOut {
  /** Does what a click outside of the window asks for; how it went is said by the window, else by a notification. */
  act(act: MenuAct): Promise<void>;
  /** Copies a token, and says the same. */
  copy(wanted: OutsideCopy): Promise<Result<SystemNotification>>;
}

export function createCarryOut(deps: CarryOutDeps): CarryOut {
  const { run, notify, show, quit } = deps;

  const say = (said: SystemNotification, unseen?: MenuAct): void =>
    notify(said, () => void act(said.act ?? { kind: 'open' }), unseen && (() => void act(unseen)));

  /** @param where the window says it where the desktop shows no notifications: silence would look like success */
  const complain = (problem: Problem, where: MenuAct, again?: MenuAct): void => {
    if (problem.kind !== 'cancelled') say(problemNotification(problem, again), where);
  };

  const copy = async (wanted: OutsideCopy, again: MenuAct): Promise<Result<SystemNotification>> => {
    const copied = await deps.copy(wanted);
    if (copied.ok) say(copied.value);
    else complain(copied.problem, { kind: 'open', page: 'token' }, again);
    return copied;
  };

  const act = async (wanted: MenuAct): Promise<void> => {
    switch (wanted.kind) {
      case 'open':
        if (wanted.page !== undefined) await run('show-page', { page: wanted.page }, 'tray');
        return show();
      case 'quit':
        return quit();
      case 'copy-token': {
        const { target, audience } = wanted;
        await copy({ surface: 'tray', target, audience }, wanted);
        return;
      }
      case 'quick-copy':
        await copy({ surface: 'tray' }, wanted);
        return;
      case 'run': {
        if (wanted.open) await show();
        const done = await run(wanted.name, wanted.input, 'tray');
        if (!done.ok && !wanted.open) complain(done.problem, { kind: 'open' }, wanted);
      }
    }
  };

  return {
    act,
    copy({ target = { kind: 'default' }, audience, ...wanted }) {
      const again: MenuAct = audience
        ? { kind: 'copy-token', target, audience }
        : { kind: 'quick-copy' };
      return copy({ ...wanted, target, audience }, again);
    },
  };
}
