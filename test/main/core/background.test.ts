import { expect, test } from 'vitest';
import { createBackground } from '../../../src/main/core/background.ts';
import { pages } from '../../../src/shared/app-state.ts';
import type { LoginItem } from '../../../src/main/core/ports/desktop.ts';
import { aliceSignedIn, storeWith } from './examples.ts';

/** The system's list; a `stubborn` one needs the person to allow it first. */
function createFakeLoginItem(isOn: boolean, stubborn = false): LoginItem {
  let on = isOn;
  return {
    isOn: async () => on,
    async set(wanted) {
      if (!stubborn) on = wanted;
    },
  };
}

test('whether the app starts at sign-in is what the system says, not what was asked for', async () => {
  const store = storeWith();
  const willing = createBackground({ store, loginItem: createFakeLoginItem(true) });
  await willing.readLoginItem();
  const first = store.state().background.opensAtLogin;
  const off = await willing.commands['open-at-login']({ on: false }, 'window');
  const second = store.state().background.opensAtLogin;
  const stubborn = createBackground({ store, loginItem: createFakeLoginItem(false, true) });
  const refused = await stubborn.commands['open-at-login']({ on: true }, 'window');

  expect([first, off.ok, second]).toEqual([true, true, false]);
  expect(refused).toMatchObject({ ok: false, problem: { kind: 'forbidden' } });
  expect(store.state().background.opensAtLogin).toBe(false);
});

test('a system that starts nothing for us says so', async () => {
  const store = storeWith();
  const { commands, readLoginItem } = createBackground({ store, loginItem: undefined });
  await readLoginItem();
  const done = await commands['open-at-login']({ on: true }, 'window');

  expect([done.ok, store.state().background]).toEqual([false, { trayShown: false }]);
});

test('a page stays wanted until the window shows it', async () => {
  const store = storeWith(aliceSignedIn);
  const { commands } = createBackground({ store, loginItem: undefined });
  await commands['show-page']({ page: 'settings' }, 'tray');
  const wanted = store.state().wanted;
  await commands['page-shown']({}, 'window');

  expect([wanted, store.state().wanted]).toEqual([
    { palette: false, page: 'settings' },
    { palette: false },
  ]);
});

test('before anybody is signed in, only a page that has nothing without them is refused', async () => {
  const shown = await Promise.all(
    pages.map(async (page) => {
      const store = storeWith();
      const { commands } = createBackground({ store, loginItem: undefined });
      const { ok } = await commands['show-page']({ page }, 'tray');
      return [page, ok, store.state().wanted.page];
    }),
  );

  expect(shown).toEqual(
    pages.map((page) =>
      page === 'token' || page === 'contexts' ? [page, false, undefined] : [page, true, page],
    ),
  );
});
