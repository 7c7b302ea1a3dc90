import { expect, test } from 'vitest';
import { signInRefusal } from '../../../src/main/views/cli-sign-in.ts';
import type { Problem } from '../../../src/shared/problem.ts';

test('where the application is refused, the command that names another one is told', () => {
  const problem: Problem = {
    kind: 'unknown-application',
    message: 'ours',
    code: 'AADSTS700016',
    detail: 'AADSTS700016: theirs',
    remedy: { kind: 'set-client-id', cloud: 'Contoso-Stack' },
  };
  expect(signInRefusal(problem, { kind: 'idle' })).toBe(
    'AADSTS700016: theirs\nTo sign in with an application of your own, run:\nazimuth cloud update --name Contoso-Stack --client-id CLIENT_ID',
  );
});
