import { expect, test } from 'vitest';
import { chooseHost, complainAboutHost } from '../../build/hosts/choose-host.ts';
import type { Machine } from '../../build/hosts/choose-host.ts';

const bare: Machine = {
  choose: undefined,
  electron: 'unavailable',
  browser: undefined,
  hasDisplay: false,
};

test.each([
  [{ ...bare, electron: 'installed' }, 'electron'],
  [{ ...bare, browser: '/usr/bin/chromium', hasDisplay: true }, 'preview'],
  [{ ...bare, browser: '/usr/bin/chromium' }, 'headless'],
  [{ ...bare, hasDisplay: true }, 'headless'],
  [bare, 'headless'],
  [{ ...bare, electron: 'installed', choose: 'headless' }, 'headless'],
  [{ ...bare, choose: 'preview' }, 'preview'],
  [{ ...bare, choose: 'electron' }, 'electron'],
  [{ ...bare, choose: '' }, 'headless'],
] as const)('on %j the host is %s', (machine, host) => {
  expect(chooseHost(machine).host).toBe(host);
});

test('it says why, in one line', () => {
  const noElectron = "Electron's binary is not installed and could not be downloaded";
  const whys = [
    { ...bare, electron: 'installed' as const },
    { ...bare, browser: '/usr/bin/chromium', hasDisplay: true },
    { ...bare, browser: '/usr/bin/chromium' },
    bare,
    { ...bare, choose: 'preview' },
  ].map((machine) => chooseHost(machine).why);
  expect(whys).toEqual([
    'its binary is installed',
    `${noElectron}; windows are drawn by /usr/bin/chromium`,
    `${noElectron}, and there is no display`,
    `${noElectron}, and no Chromium, Chrome or Edge was found`,
    'AZIMUTH_HOST says so',
  ]);
});

test('a host that does not exist is refused, not replaced', () => {
  expect(complainAboutHost('elektron')).toBe(
    'AZIMUTH_HOST is "elektron"; it can be electron, preview, headless.',
  );
  expect(['electron', 'preview', 'headless', '', undefined].map(complainAboutHost)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
