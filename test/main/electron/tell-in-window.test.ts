import { expect, test } from 'vitest';
import { createTellInWindow } from '../../../src/main/electron/tell-in-window.ts';
import type { Problem } from '../../../src/shared/problem.ts';
import { bothSignedIn, storeWith } from '../core/examples.ts';

test('the window says a problem with its remedy, the newest only, until a token is copied after all', () => {
  const store = storeWith(bothSignedIn);
  const tell = createTellInWindow(store);
  const problem: Problem = { kind: 'clipboard', message: 'Not copied.' };
  tell({ kind: 'offline', message: 'There is no network.' });
  tell({ ...problem, detail: 'no window', remedy: { kind: 'retry' } });
  const said = store.state().notices;
  const clipboard = { kind: 'token', tokenId: 'one', clearsAt: 60_000 } as const;
  store.apply({ kind: 'clipboard-changed', clipboard });

  expect([said, store.state().notices]).toEqual([
    [
      {
        id: 'asked-outside',
        tone: 'warning',
        message: 'Not copied.',
        detail: 'no window',
        remedy: { kind: 'retry' },
      },
    ],
    [],
  ]);
});
