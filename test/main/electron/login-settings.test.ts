import type { LoginItemSettings, LoginItemSettingsOptions, Settings } from 'electron';
import { expect, test } from 'vitest';
import { createLoginSettings, openedAtLogin } from '../../../src/main/electron/login-settings.ts';

/** A system's list, in which an entry is found by its arguments, as on Windows. */
function createSystemList(wasOpenedAtLogin = false) {
  const listed = new Set<string>();
  const keyOf = (args: readonly string[] = []): string => JSON.stringify(args);
  return {
    setLoginItemSettings({ openAtLogin, args }: Settings): void {
      if (openAtLogin) listed.add(keyOf(args));
      else listed.delete(keyOf(args));
    },
    getLoginItemSettings: ({ args }: LoginItemSettingsOptions = {}): LoginItemSettings => ({
      openAtLogin: listed.has(keyOf(args)),
      wasOpenedAtLogin,
      status: 'not-registered',
      executableWillLaunchAtLogin: false,
      launchItems: [],
    }),
  };
}

test('what is switched on starts hidden, is found again, and is gone when it is switched off', async () => {
  const system = createSystemList();
  const item = createLoginSettings(system, ['--hidden']);
  const before = await item.isOn();
  await item.set(true);
  const on = [await item.isOn(), system.getLoginItemSettings({ args: ['--hidden'] }).openAtLogin];
  await item.set(false);

  expect([before, on, await item.isOn()]).toEqual([false, [true, true], false]);
});

test('an entry that starts the program in another way is not this one', async () => {
  const system = createSystemList();
  system.setLoginItemSettings({ openAtLogin: true, args: ['--settings'] });

  expect(await createLoginSettings(system, ['--hidden']).isOn()).toBe(false);
});

test('only macOS is asked whether it opened the app at sign-in: elsewhere the arguments say so', () => {
  const opened = createSystemList(true);

  expect([
    openedAtLogin(opened, 'darwin'),
    openedAtLogin(createSystemList(), 'darwin'),
    openedAtLogin(opened, 'win32'),
    openedAtLogin(opened, 'linux'),
  ]).toEqual([true, false, false, false]);
});
