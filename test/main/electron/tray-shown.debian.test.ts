import { existsSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createStore } from '../../../src/main/core/store.ts';
import { hasPanel, trayIsShown } from '../../../src/main/electron/tray-shown.ts';
import { watchTray } from '../../../src/main/electron/watch-tray.ts';
import type { Keyring } from '../../preview/keyring.ts';
import { startKeyring } from '../../preview/keyring.ts';
import { stateWith } from '../core/examples.ts';
import { createFakeClock } from '../core/fakes.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { startPanel } from './panel-on-bus.ts';

let keyring: Keyring;

beforeAll(async () => {
  const started = await startKeyring();
  if (!started) throw new Error('this test needs a session bus');
  keyring = started;
});

afterAll(() => keyring.stop());

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The address of the bus, which is this process's own until the test is over. */
function useBus(): string {
  const address = keyring.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', address);
  return address;
}

/** A folder for PATH with one program only. */
async function onlyWith(program: string): Promise<string> {
  const folder = await temporaryFolder();
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((each) => join(each, program))
    .find((each) => existsSync(each));
  symlinkSync(found ?? `no ${program} on PATH`, join(folder, program));
  return folder;
}

test.each(['gdbus', 'dbus-send'])(
  'icons are shown where the watcher of the session knows a panel, as %s tells',
  async (program) => {
    const folder = await onlyWith(program);
    const address = useBus();
    vi.stubEnv('PATH', folder);
    const nobody = await hasPanel();
    const panel = await startPanel(address);
    const watcherAlone = await hasPanel();
    panel.hasHost = true;
    const shown = await hasPanel();
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere');
    const noBus = await hasPanel();
    panel.stop();

    expect([nobody, watcherAlone, shown, noBus]).toEqual([false, false, true, false]);
  },
);

test('a panel that begins after the program is noticed without any window, and gets the icon', async () => {
  const address = useBus();
  const clock = createFakeClock();
  const store = createStore(stateWith());
  let icons = 1;
  watchTray({ store, clock, isShown: hasPanel, appeared: () => (icons += 1) });
  await vi.waitUntil(() => clock.waiting() === 1);
  const before = store.state().background.trayShown;
  const panel = await startPanel(address);
  panel.hasHost = true;
  clock.advance(3_000);
  await vi.waitUntil(() => store.state().background.trayShown);
  panel.stop();

  expect([before, icons, clock.waiting()]).toEqual([false, 2, 0]);
});

test('a person knows better than the desktop tells, and the preview host has no panel', async () => {
  const answers: boolean[] = [];
  for (const said of ['yes', 'no', '']) {
    vi.stubEnv('AZIMUTH_TRAY', said);
    answers.push(await trayIsShown());
  }
  expect(answers).toEqual([true, false, false]);
});
