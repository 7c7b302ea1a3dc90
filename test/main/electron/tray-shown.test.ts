import { afterEach, expect, test, vi } from 'vitest';
import { hasOwner, trayIsShown } from '../../../src/main/electron/tray-shown.ts';
import { startKeyring } from '../../preview/keyring.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a name on the session bus is there or not, whichever program asks', async () => {
  const keyring = await startKeyring();
  if (!keyring) throw new Error('this test needs a session bus');
  const bus = keyring.env['DBUS_SESSION_BUS_ADDRESS'];
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', bus);
  const there = await hasOwner('org.freedesktop.secrets');
  const missing = await hasOwner('org.kde.StatusNotifierWatcher');
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere');
  const noBus = await hasOwner('org.freedesktop.secrets');
  await keyring.stop();

  expect([there, missing, noBus]).toEqual([true, false, false]);
});

test('a person knows better than the desktop tells, and the preview host has no panel', async () => {
  const answers: boolean[] = [];
  for (const said of ['yes', 'no', '']) {
    vi.stubEnv('AZIMUTH_TRAY', said);
    answers.push(await trayIsShown());
  }
  expect(answers).toEqual([true, false, false]);
});
