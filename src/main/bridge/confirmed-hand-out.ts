import type { Asker } from '../../shared/app-state.ts';
import type { Audience } from '../../shared/audience.ts';
import { audienceLabel } from '../../shared/audience.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import type { Result } from '../../shared/problem.ts';
import { fail } from '../../shared/problem.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Minted } from '../core/mint-token.ts';
import type { CommandContext } from './command.ts';

/** Milliseconds after which the SDKs that started us would soon give up (Python, Go and Java wait 10 s). */
const patience = 7_500;

/**
 * A token for whoever ran the client. Where a production context asks a person first, that is the one at the terminal; a
 * program without one waits for the window, as long as it can wait.
 *
 * @returns 'late' when Entra ID takes longer than whoever started us waits
 */
export async function confirmedHandOut(
  context: CommandContext,
  target: TokenTarget,
  audience: Audience,
): Promise<Result<Minted> | 'late'> {
  const { core, store, clock, line, terminal } = context;
  const { program, pid } = line;
  const asker: Asker = { surface: 'cli', program, pid };
  const began = clock.now() - (line.hasPerson ? 0 : line.spent);
  const left = (): number => Math.max(500, patience - (clock.now() - began));
  const handOut = (wait: number): Promise<Result<Minted> | 'late'> => {
    let isLate = false;
    const isThere = (): boolean => !isLate && !terminal.signal.aborted;
    const late = (): 'late' => {
      isLate = true;
      return 'late';
    };
    const asking = core.handOut(target, audience, asker, wait, isThere);
    return wait === 0 ? inTime(clock, asking, left(), late) : asking;
  };

  const first = await handOut(0);
  if (first === 'late' || first.ok || first.problem.kind !== 'not-confirmed') return first;
  if (line.hasPerson !== true) {
    // Some SDKs take whatever az says on stderr for a failure, or for a part of its answer.
    if (line.name !== 'az') {
      terminal.err('WARNING: A production context: waiting for somebody to allow it in Azimuth.\n');
    }
    return handOut(left());
  }
  const guard = store.state().contexts.list.find(({ id }) => id === first.problem.contextId);
  if (!guard) return first;
  const typed = await terminal.askOpenly(
    `Hand out a token of the production context '${guard.name}' for ${audienceLabel(audience)}? [y/N] `,
  );
  if (/^y(es)?$/i.test(typed.trim())) {
    await core.run('approve-context', { contextId: guard.id }, 'cli');
    return confirmedHandOut(context, target, audience);
  }
  const { asked: questions, granted } = store.state().confirmations;
  // While the terminal waited, the window may have been answered.
  if (granted.some((one) => one.contextId === guard.id && one.until > clock.now())) {
    return confirmedHandOut(context, target, audience);
  }
  const asked = questions.find(
    (one) => one.contextId === guard.id && one.surface === 'cli' && one.program === program,
  );
  if (asked) {
    await core.run('answer-confirmation', { confirmationId: asked.id, allow: false }, 'cli');
  }
  return fail({ ...first.problem, message: 'The token was not allowed.' });
}

function inTime<T, L>(
  clock: Clock,
  asking: Promise<T>,
  milliseconds: number,
  late: () => L,
): Promise<T | L> {
  return new Promise((resolve, reject) => {
    const cancelTimer = clock.after(milliseconds, () => resolve(late()));
    asking.then(resolve, reject).finally(cancelTimer).catch(reject);
  });
}
