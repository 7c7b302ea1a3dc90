import type { Problem } from '../../shared/problem.ts';

/** A command wants somebody who is signed in, and there is none. */
export const nobodySignedIn: Problem = {
  kind: 'not-signed-in',
  message: 'Nobody is signed in. Sign in first.',
  remedy: { kind: 'sign-in' },
};
