import { expect, test } from 'vitest';
import type { RunCommand } from '../../../src/main/core/commands.ts';
import { createCarryOut } from '../../../src/main/electron/carry-out.ts';
import type { MenuAct } from '../../../src/main/views/menu-line.ts';
import { fail, succeed } from '../../../src/shared/problem.ts';
import { stateWith } from '../core/examples.ts';

/** What an act makes happen, in order, where commands answer with nothing or fail. */
async function doneBy(act: MenuAct, fails = false): Promise<readonly string[]> {
  const happened: string[] = [];
  const run: RunCommand = async (name, _input, surface) => {
    happened.push(`${surface}: ${name}`);
    if (fails) return fail({ kind: 'offline', message: 'There is no network.' });
    return succeed(null) as never;
  };
  await createCarryOut({
    store: { state: () => stateWith() },
    run,
    notify: ({ title, body }) => void happened.push(`${title}: ${body}`),
    show: async () => void happened.push('window'),
    quit: () => void happened.push('quit'),
  })(act);
  return happened;
}

const lock: MenuAct = { kind: 'run', name: 'lock', input: {} };

test('a click runs commands as the window does, and says outside of it what went wrong', async () => {
  expect([
    await doneBy(lock),
    await doneBy(lock, true),
    await doneBy({ ...lock, open: true }, true),
    await doneBy({ kind: 'open', page: 'find' }),
    await doneBy({ kind: 'open', page: 'find' }, true),
    await doneBy({ kind: 'quit' }),
    await doneBy(
      {
        kind: 'copy-token',
        target: { kind: 'default' },
        audience: { kind: 'known', id: 'graph' },
      },
      true,
    ),
  ]).toEqual([
    ['tray: lock'],
    ['tray: lock', 'No connection: There is no network.'],
    ['window', 'tray: lock'],
    ['tray: show-page', 'window'],
    ['tray: show-page', 'window'],
    ['quit'],
    ['tray: issue-token', 'No connection: There is no network.'],
  ]);
});
