import { expect, test } from 'vitest';
import { packaging } from '../../build/packaging/config.ts';
import { readLaunch } from '../../src/main/views/launch-tasks.ts';

const installed = packaging.linux?.desktop?.desktopActions ?? {};
const inImage = packaging.appImage?.desktop?.desktopActions ?? {};
const names = packaging.linux?.desktop?.entry?.['Actions']?.split(';').slice(0, -1) ?? [];

test('the menu of the icon on Linux has the tasks of a start, by the same words', () => {
  expect(installed).toEqual({
    find: { Name: 'Find a subscription', Exec: '/opt/Azimuth/azimuth --find' },
    'copy-token': { Name: 'Copy token', Exec: '/opt/Azimuth/azimuth --copy-token' },
    lock: { Name: 'Lock', Exec: '/opt/Azimuth/azimuth --lock' },
    settings: { Name: 'Settings', Exec: '/opt/Azimuth/azimuth --settings' },
  });
});

test('every action is announced, and what it starts is understood', () => {
  expect([Object.keys(installed), Object.keys(inImage)]).toEqual([names, names]);
  for (const { Exec } of Object.values({ ...installed, ...inImage })) {
    expect(readLaunch(String(Exec).split(' ')).act).toBeDefined();
  }
});

test('an AppImage starts what is in it', () => {
  expect(inImage['lock']).toEqual({ Name: 'Lock', Exec: 'AppRun --lock' });
});
