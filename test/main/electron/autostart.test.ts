import { appendFile, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAutostart } from '../../../src/main/electron/autostart.ts';
import { autostartEntry } from '../../../src/main/electron/autostart-entry.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const execOf = (command: readonly string[]): string | undefined =>
  /^Exec=(.*)$/m.exec(autostartEntry(command))?.[1];

test('the entry starts the program without a window, wherever it is', () => {
  expect([
    execOf(['/opt/Azimuth/azimuth', '--hidden']),
    execOf(['/home/ada/My Apps/100%/Azimuth "x" $HOME.AppImage', '--hidden']),
  ]).toEqual([
    '/opt/Azimuth/azimuth --hidden',
    String.raw`"/home/ada/My Apps/100%%/Azimuth \\"x\\" \\$HOME.AppImage" --hidden`,
  ]);
});

test('it is on once it was switched on, and leaves nothing when it is switched off', async () => {
  const folder = join(await temporaryFolder(), 'autostart');
  const item = createAutostart(folder, ['/opt/Azimuth/azimuth', '--hidden']);
  const before = await item.isOn();
  await item.set(true);
  const on = await item.isOn();
  const text = await readFile(join(folder, 'azimuth.desktop'), 'utf8');
  await item.set(false);

  expect([before, on, await item.isOn(), await readdir(folder)]).toEqual([false, true, false, []]);
  expect(text).toBe(autostartEntry(['/opt/Azimuth/azimuth', '--hidden']));
});

test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
  'what a desktop switched off with %s is off',
  async (line) => {
    const folder = await temporaryFolder();
    const item = createAutostart(folder, ['/opt/Azimuth/azimuth']);
    await item.set(true);
    await appendFile(join(folder, 'azimuth.desktop'), `${line}\n`);
    expect(await item.isOn()).toBe(false);
  },
);
