import type { RunCommand } from '../core/commands.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import type { MenuAct } from '../views/menu-line.ts';
import type { SystemNotification } from '../views/notifications.ts';
import { problemNotification } from '../views/notifications.ts';
import type { CopyOutside, OutsideCopy } from './copy-outside.ts';
import type { Notifier } from './notifier.ts';
import type { TellInWindow } from './tell-in-window.ts';

export interface CarryOutDeps {
  readonly run: RunCommand;
  readonly copy: CopyOutside;
  readonly notify: Notifier;
  readonly show: () => Promise<void>;
  readonly tell: TellInWindow;
  readonly quit: () => void;
}

export interface CarryOut {
  /** Does what a click outside of the window asks for; how it went is said by the window, else by a notification. */
  act(act: MenuAct): Promise<void>;
  /** Copies a token, and says the same. */
  copy(wanted: OutsideCopy): Promise<Result<SystemNotification>>;
}

export function createCarryOut(deps: CarryOutDeps): CarryOut {
  const { run, notify, show, tell, quit } = deps;

  const say = (said: SystemNotification, unseen?: () => void): void =>
    notify(said, () => void act(said.act ?? { kind: 'open' }), unseen);

  /** Where the desktop shows no notifications the window comes and says it: silence would look like success. */
  const complain = (problem: Problem, where: MenuAct, again?: MenuAct): void => {
    if (problem.kind === 'cancelled') return;
    say(problemNotification(problem, again), () => {
      // The screen of a locked window says that one.
      if (problem.kind !== 'locked') tell(problem);
      void act(where);
    });
  };

  const copy = async (wanted: OutsideCopy, again: MenuAct): Promise<Result<SystemNotification>> => {
    const copied = await deps.copy(wanted);
    if (copied.ok) {
      tell(undefined);
      say(copied.value);
    } else complain(copied.problem, { kind: 'open', page: 'token' }, again);
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
        if (done.ok) tell(undefined);
        else if (!wanted.open) complain(done.problem, { kind: 'open' }, wanted);
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
