import { expect, test } from 'vitest';
import { createStore } from '../../../src/main/core/store.ts';
import { watchTray } from '../../../src/main/electron/watch-tray.ts';
import { stateWith } from '../core/examples.ts';
import { createFakeClock, settle } from '../core/fakes.ts';

const minutes = 60_000;

/** A desktop whose panel comes and goes, and how often it was asked and the icon put up again. */
async function startWatch(panelIsThere: boolean) {
  const clock = createFakeClock();
  const store = createStore(stateWith());
  const seen = { asked: 0, renewed: 0 };
  const desktop = { panelIsThere };
  const isShown = async (): Promise<boolean> => {
    seen.asked += 1;
    return desktop.panelIsThere;
  };
  const look = watchTray({ store, clock, isShown, appeared: () => void (seen.renewed += 1) });
  await settle();
  const pass = async (milliseconds: number): Promise<void> => {
    for (let left = milliseconds; left > 0; left -= 1_000) {
      clock.advance(1_000);
      await settle();
    }
  };
  return { look, pass, seen, desktop, shown: () => store.state().background.trayShown };
}

test('a panel that was there first is asked for once, and its icon is left as it is', async () => {
  const { pass, seen, shown } = await startWatch(true);
  await pass(5 * minutes);

  expect([shown(), seen]).toEqual([true, { asked: 1, renewed: 0 }]);
});

test('a panel that comes a minute later gets the icon, once', async () => {
  const { pass, seen, desktop, shown } = await startWatch(false);
  await pass(1 * minutes);
  const before = [shown(), seen.renewed];
  desktop.panelIsThere = true;
  await pass(5 * minutes);

  expect([before, shown(), seen.renewed]).toEqual([[false, 0], true, 1]);
});

test('after some minutes the desktop is left in peace, until somebody asks for a look', async () => {
  const { look, pass, seen, desktop, shown } = await startWatch(false);
  await pass(5 * minutes);
  const { asked } = seen;
  await pass(5 * minutes);
  const inPeace = seen.asked === asked;
  await look();
  desktop.panelIsThere = true;
  await pass(5_000);

  expect([inPeace, shown(), seen.renewed]).toEqual([true, true, 1]);
});

test('a panel that went is gone by the next look', async () => {
  const { look, desktop, shown } = await startWatch(true);
  desktop.panelIsThere = false;
  await look();

  expect(shown()).toBe(false);
});
