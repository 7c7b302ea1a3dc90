import { asksTheSame } from '../../shared/claims-request.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Clock } from './ports/clock.ts';

/** Where something was refused: a list, or a token for scopes. */
export interface RefusalPlace {
  readonly accountKey: string;
  readonly tenantId: string;
  readonly scopes?: readonly string[] | undefined;
}

/** What a refusal said; a challenge that came from elsewhere has no code. */
export type Refused = Pick<Problem, 'code' | 'claims'>;

/**
 * Refusals that a person has answered by signing in. The same refusal once more is the end of it: offering the same
 * sign-in again would send the person in circles, for there are policies that nobody can satisfy.
 */
export interface AnsweredRefusals {
  answered(place: RefusalPlace, refused: Refused): void;
  /** The problem as the person should see it. */
  seen(place: RefusalPlace, problem: Problem): Problem;
  /** Nothing is refused there any more: the next refusal is a new one. */
  lifted(place: RefusalPlace): void;
}

/** Milliseconds for which an answer counts: what is wanted again much later is a new wish, such as a daily sign-in. */
const memory = 10 * 60 * 1_000;

export function createAnsweredRefusals(clock: Pick<Clock, 'now'>): AnsweredRefusals {
  const answers = new Map<string, { readonly refused: Refused; readonly at: number }>();
  return {
    answered(place, refused) {
      answers.set(keyOf(place), { refused, at: clock.now() });
    },
    seen(place, problem) {
      const answer = answers.get(keyOf(place));
      if (!answer || clock.now() - answer.at > memory) return problem;
      return repeats(problem, answer.refused) ? notEnough(problem) : problem;
    },
    lifted(place) {
      answers.delete(keyOf(place));
    },
  };
}

/** Whether it is the same refusal: it asks for the same claims, whoever passes them on, or says the same without any. */
export function repeats({ code, claims, remedy }: Problem, refused: Refused): boolean {
  if (remedy?.kind !== 'sign-in' || !asksTheSame(claims, refused.claims)) return false;
  return claims !== undefined || code === refused.code;
}

export function notEnough(problem: Problem): Problem {
  const who =
    problem.code?.startsWith('AADSTS') === true ? 'This tenant' : 'Azure Resource Manager';
  return {
    ...problem,
    kind: 'not-enough',
    message: `${who} asks again for what you have just given it, so signing in once more would not help. An administrator can see why.`,
    remedy: { kind: 'contact-admin' },
  };
}

const keyOf = ({ accountKey, tenantId, scopes = [] }: RefusalPlace): string =>
  [accountKey, tenantId, ...scopes].join(' ');
