import { describe, expect, test } from 'vitest';
import type { RunCommand } from '../../../src/main/core/commands.ts';
import { createCarryOut } from '../../../src/main/electron/carry-out.ts';
import { createTellInWindow } from '../../../src/main/electron/tell-in-window.ts';
import type { MenuAct } from '../../../src/main/views/menu-line.ts';
import type { Problem } from '../../../src/shared/problem.ts';
import { fail, succeed } from '../../../src/shared/problem.ts';
import { bothSignedIn, storeWith } from '../core/examples.ts';

const offline: Problem = { kind: 'offline', message: 'There is no network.' };
const clipboardProblem: Problem = { kind: 'clipboard', message: 'Not copied.' };

/** The world outside of the window, where commands answer with nothing or fail, and what happened in it, in order. */
function outside(problem?: Problem, showsNotifications = true) {
  const happened: string[] = [];
  const clicks: (() => void)[] = [];
  const run: RunCommand = async (name, _input, surface) => {
    happened.push(`${surface}: ${name}`);
    return problem ? fail(problem) : (succeed(null) as never);
  };
  const carryOut = createCarryOut({
    run,
    async copy({ surface, audience }) {
      const service = audience?.kind === 'known' ? ` ${audience.id}` : '';
      happened.push(`${surface}: copy${service}`);
      return problem ? fail(problem) : succeed({ title: 'Copied', body: 'Valid.' });
    },
    notify({ title, body }, clicked, unseen) {
      if (!showsNotifications) return unseen?.();
      happened.push(`${title}: ${body}`);
      clicks.push(clicked);
    },
    show: async () => void happened.push('window'),
    tell(told) {
      if (told) happened.push(`window says: ${told.message}`);
    },
    quit: () => void happened.push('quit'),
  });
  return { ...carryOut, happened, click: () => clicks[0]?.() };
}

async function doneBy(act: MenuAct, problem?: Problem): Promise<readonly string[]> {
  const world = outside(problem);
  await world.act(act);
  return world.happened;
}

const lock: MenuAct = { kind: 'run', name: 'lock', input: {} };

test('a click runs commands as the window does, and says outside of it what went wrong', async () => {
  expect([
    await doneBy(lock),
    await doneBy(lock, offline),
    await doneBy({ ...lock, open: true }, offline),
    await doneBy({ kind: 'open', page: 'find' }),
    await doneBy({ kind: 'open', page: 'find' }, offline),
    await doneBy({ kind: 'quit' }),
    await doneBy({ kind: 'quick-copy' }),
    await doneBy({ kind: 'quick-copy' }, offline),
  ]).toEqual([
    ['tray: lock'],
    ['tray: lock', 'No connection: There is no network.'],
    ['window', 'tray: lock'],
    ['tray: show-page', 'window'],
    ['tray: show-page', 'window'],
    ['quit'],
    ['tray: copy', 'Copied: Valid.'],
    ['tray: copy', 'No connection: There is no network.'],
  ]);
});

describe('a click on what is said', () => {
  test('shows the window', async () => {
    const { act, click, happened } = outside();
    await act({ kind: 'quick-copy' });
    click();
    expect(happened.at(-1)).toBe('window');
  });

  test('signs in where that is the remedy, which nothing did before', async () => {
    const remedy = { kind: 'sign-in', accountKey: 'ada', tenantId: 'red' } as const;
    const { act, click, happened } = outside({ kind: 'step-up', message: 'More.', remedy });
    await act({ kind: 'quick-copy' });
    const before = [...happened];
    click();
    await Promise.resolve();

    expect([before, happened.slice(before.length)]).toEqual([
      [
        'tray: copy',
        'Another sign-in step is needed: More.\nClick to sign in; your browser opens.',
      ],
      ['window', 'tray: sign-in'],
    ]);
  });

  test('tries again for the service that a command named', async () => {
    const { copy, click, happened } = outside({ ...offline, remedy: { kind: 'check-network' } });
    await copy({ surface: 'cli', audience: { kind: 'known', id: 'graph' } });
    click();
    expect(happened.filter((one) => one.includes('copy'))).toEqual([
      'cli: copy graph',
      'tray: copy graph',
    ]);
  });

  test('tries again what was asked for', async () => {
    const { act, click, happened } = outside({ ...offline, remedy: { kind: 'check-network' } });
    await act({ kind: 'quick-copy' });
    click();
    expect(happened).toEqual([
      'tray: copy',
      'No connection: There is no network.\nClick to try again.',
      'tray: copy',
    ]);
  });
});

test('where the desktop shows no notifications, the window comes with a problem, and only then', async () => {
  const copied = outside(undefined, false);
  await copied.act({ kind: 'quick-copy' });
  const failed = outside(offline, false);
  await failed.act({ kind: 'quick-copy' });
  await Promise.resolve();

  expect([copied.happened, failed.happened]).toEqual([
    ['tray: copy'],
    ['tray: copy', 'tray: show-page', 'window'],
  ]);
});

test.each<[string, MenuAct, Problem, readonly string[]]>([
  ['a clipboard', { kind: 'quick-copy' }, clipboardProblem, ['window says: Not copied.']],
  ['a command', lock, offline, ['window says: There is no network.']],
  ['a locked app', lock, { kind: 'locked', message: 'Unlock it first.' }, []],
])(
  'the window that comes for %s says what its page does not',
  async (_what, act, problem, said) => {
    const world = outside(problem, false);
    await world.act(act);
    await Promise.resolve();

    expect(world.happened.filter((one) => one.startsWith('window says'))).toEqual(said);
    expect(world.happened.at(-1)).toBe('window');
  },
);

test('what the window says of a command goes once one works', async () => {
  const store = storeWith(bothSignedIn);
  let problem: Problem | undefined = offline;
  const { act } = createCarryOut({
    run: async () => (problem ? fail(problem) : (succeed(null) as never)),
    copy: async () => fail(offline),
    notify: (_said, _clicked, unseen) => unseen?.(),
    show: async () => undefined,
    tell: createTellInWindow(store),
    quit: () => undefined,
  });
  await act(lock);
  const said = store.state().notices;
  problem = undefined;
  await act(lock);

  expect([said, store.state().notices]).toMatchObject([[{ message: offline.message }], []]);
});
