import type { Problem } from '../../shared/problem.ts';

/** A command named something that the list has no more. */
export const goneFromList: Problem = {
  kind: 'unknown-subscription',
  message: 'That is no longer in the list. Refresh the list and try again.',
  remedy: { kind: 'refresh' },
};
