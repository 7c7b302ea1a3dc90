import type { RunCommand } from '../core/commands.ts';
import type { Page } from '../../shared/app-state.ts';
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
  const complain = (problem: Problem, again: MenuAct, page?: Page): void => {
    if (problem.kind === 'cancelled') return;
    say(problemNotification(problem, again), () => {
      if (!isSaidByWindow(problem, page)) tell(problem);
      void act({ kind: 'open', page });
    });
  };

  const copy = async (wanted: OutsideCopy, again: MenuAct): Promise<Result<SystemNotification>> => {
    const copied = await deps.copy(wanted);
    if (copied.ok) say(copied.value);
    else complain(copied.problem, again, 'token');
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
        else if (!wanted.open) complain(done.problem, wanted);
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

/** A locked window says that it is; the page of tokens says why there is none, but not that the clipboard did not take it. */
const isSaidByWindow = ({ kind }: Problem, page: Page | undefined): boolean =>
  kind === 'locked' || (page === 'token' && kind !== 'clipboard');
