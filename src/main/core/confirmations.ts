import type { Agreement, Asker, Confirmation } from '../../shared/app-state.ts';
import type { Audience } from '../../shared/audience.ts';
import type { Context } from '../../shared/context.ts';
import type { Problem } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { CommandHandlers } from './commands.ts';
import { unknownContext } from './context-target.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './store.ts';

/** Milliseconds for which a person's word counts. */
export const grantedFor = 15 * 60_000;

/** Milliseconds for which a question stands, also when whoever asked has gone: their next try is to work. */
const askedFor = 2 * 60_000;

/** How many different askers stand there at once. */
const askersAtMost = 20;

export interface ConfirmationStage {
  /**
   * Whether a token of the context may be handed out: at once where a person agreed a short while ago, else when they do.
   *
   * @param patience milliseconds after which the asker does not wait any longer; none means as long as the question stands
   * @returns why not
   */
  agreed(
    context: Context,
    audience: Audience,
    asker: Asker,
    patience?: number,
  ): Promise<Problem | undefined>;
  /** Nothing that was agreed to counts any more, for one context or for all. */
  revoke(contextId?: string): void;
  readonly commands: Pick<CommandHandlers, 'approve-context' | 'answer-confirmation'>;
}

/** Asks a person before tokens of production contexts are handed out. */
export function createConfirmations(
  store: Store,
  clock: Clock,
  newId: () => string,
): ConfirmationStage {
  const waiting = new Map<string, Set<(allowed: boolean) => void>>();

  const change = (how: (asked: Confirmation) => boolean): void => {
    const { asked, granted } = store.state().confirmations;
    const confirmations = { asked: asked.filter(how), granted };
    if (confirmations.asked.length < asked.length) {
      store.apply({ kind: 'confirmations-changed', confirmations });
    }
  };

  const settle = (confirmationId: string, allowed: boolean): void => {
    change(({ id }) => id !== confirmationId);
    const askers = waiting.get(confirmationId) ?? [];
    waiting.delete(confirmationId);
    for (const tell of askers) tell(allowed);
  };

  const isGranted = (contextId: string): boolean =>
    store
      .state()
      .confirmations.granted.some((one) => one.contextId === contextId && one.until > clock.now());

  const end = (agreement: Agreement): void => {
    const { asked, granted } = store.state().confirmations;
    if (!granted.includes(agreement)) return;
    const others = granted.filter((one) => one !== agreement);
    store.apply({ kind: 'confirmations-changed', confirmations: { asked, granted: others } });
  };

  const grant = (contextId: string): void => {
    const { asked, granted } = store.state().confirmations;
    const others = granted.filter((one) => one.contextId !== contextId && one.until > clock.now());
    const agreement: Agreement = { contextId, until: clock.now() + grantedFor };
    store.apply({
      kind: 'confirmations-changed',
      confirmations: { asked, granted: [...others, agreement] },
    });
    // By a timer too: by its time alone it would last for as long as somebody sets the clock back.
    clock.after(grantedFor, () => end(agreement));
    for (const one of asked) if (one.contextId === contextId) settle(one.id, true);
  };

  /** The question that stands already, where the same asker asked it. */
  const ask = (context: Context, audience: Audience, asker: Asker): Confirmation => {
    const { asked, granted } = store.state().confirmations;
    const standing = asked.find(
      (one) =>
        one.contextId === context.id &&
        one.surface === asker.surface &&
        one.program === asker.program &&
        one.grant === asker.grant,
    );
    if (standing) return standing;
    const { surface, program, pid } = asker;
    const question = {
      id: newId(),
      contextId: context.id,
      audience,
      at: clock.now(),
      surface,
      program,
      pid,
      grant: asker.grant,
    };
    const kept = asked.slice(0, askersAtMost - 1);
    store.apply({
      kind: 'confirmations-changed',
      confirmations: { asked: [...kept, question], granted },
    });
    clock.after(askedFor, () => settle(question.id, false));
    return question;
  };

  return {
    agreed(context, audience, asker, patience = askedFor) {
      if (isGranted(context.id)) return Promise.resolve(undefined);
      const { id } = ask(context, audience, asker);
      if (patience <= 0) return Promise.resolve(notConfirmed(context));
      return new Promise((resolve) => {
        const askers = waiting.get(id) ?? new Set();
        waiting.set(id, askers);
        const tell = (allowed: boolean): void => {
          cancelTimer();
          resolve(allowed ? undefined : declined(context));
        };
        const cancelTimer = clock.after(patience, () => {
          askers.delete(tell);
          resolve(notConfirmed(context));
        });
        askers.add(tell);
      });
    },
    revoke(contextId) {
      const { asked, granted } = store.state().confirmations;
      const kept =
        contextId === undefined ? [] : granted.filter((one) => one.contextId !== contextId);
      store.apply({ kind: 'confirmations-changed', confirmations: { asked, granted: kept } });
      for (const one of asked) {
        if (contextId === undefined || one.contextId === contextId) settle(one.id, false);
      }
    },
    commands: {
      async 'approve-context'({ contextId }) {
        const found = store.state().contexts.list.some(({ id }) => id === contextId);
        if (!found) return fail(unknownContext);
        grant(contextId);
        return succeed(null);
      },
      async 'answer-confirmation'({ confirmationId, allow }) {
        const { asked } = store.state().confirmations;
        const found = asked.find(({ id }) => id === confirmationId);
        if (!found) return fail(tooLate);
        if (allow) grant(found.contextId);
        else settle(confirmationId, false);
        return succeed(null);
      },
    },
  };
}

const notConfirmed = ({ id, name }: Context): Problem => ({
  kind: 'not-confirmed',
  contextId: id,
  message: `“${name}” is a production context: nobody has agreed to hand out its token yet. Allow it in the window of Azimuth, or with: azimuth context approve "${name}"`,
  remedy: { kind: 'retry' },
});

const declined = ({ id, name }: Context): Problem => ({
  kind: 'not-confirmed',
  contextId: id,
  message: `“${name}” is a production context, and handing out its token was not allowed.`,
  remedy: { kind: 'retry' },
});

const tooLate: Problem = {
  kind: 'expired',
  message: 'Nobody waits for this answer any more.',
};
