import { describe, expect, test } from 'vitest';
import type { BrowserFacts } from '../../../src/main/electron/private-command.ts';
import { browserPlaces, privateCommand } from '../../../src/main/electron/private-command.ts';

const firefoxEntry = `[Desktop Entry]
Version=1.0
Name=Firefox
Name[de]=Feuerfuchs
Exec=firefox %u
Actions=new-window;new-private-window;

[Desktop Action new-window]
Name=New Window
Exec=firefox --new-window %u

[Desktop Action new-private-window]
Name=New Private Window
Exec=firefox --private-window %u
`;

const flatpakEntry = `[Desktop Action new-private-window]
Name=New Incognito Window
Exec=/usr/bin/flatpak run --command="/app/bin/the browser" com.google.Chrome --incognito @@u %U @@
[Desktop Entry]
Name=Google Chrome
`;

const plainEntry = `[Desktop Entry]
Name=Chromium Web Browser
Exec=/usr/bin/chromium %U
`;

describe('a private window', () => {
  test.each<[string, BrowserFacts, ReturnType<typeof privateCommand>]>([
    [
      'on Linux is what the default browser says itself',
      {
        platform: 'linux',
        defaultId: 'firefox.desktop',
        desktopEntry: firefoxEntry,
        found: ['/usr/bin/chromium'],
      },
      { browser: 'Firefox', program: 'firefox', args: ['--private-window'] },
    ],
    [
      'on Linux goes through the sandbox that the browser is in',
      { platform: 'linux', defaultId: 'x.desktop', desktopEntry: flatpakEntry, found: [] },
      {
        browser: 'Google Chrome',
        program: '/usr/bin/flatpak',
        args: ['run', '--command=/app/bin/the browser', 'com.google.Chrome', '--incognito'],
      },
    ],
    [
      'on Linux of a default browser whose entry names none',
      {
        platform: 'linux',
        defaultId: 'chromium.desktop',
        desktopEntry: plainEntry,
        found: ['/usr/bin/google-chrome', '/usr/bin/chromium'],
      },
      { browser: 'Chromium', program: '/usr/bin/chromium', args: ['--incognito'] },
    ],
    [
      'on Linux without a default browser',
      { platform: 'linux', found: ['/usr/bin/firefox-esr'] },
      { browser: 'Firefox', program: '/usr/bin/firefox-esr', args: ['--private-window'] },
    ],
    [
      'on macOS is a new start of the default browser',
      {
        platform: 'darwin',
        defaultId: 'com.microsoft.edgemac',
        found: ['/Applications/Google Chrome.app', '/Applications/Microsoft Edge.app'],
      },
      {
        browser: 'Microsoft Edge',
        program: '/usr/bin/open',
        args: ['-na', '/Applications/Microsoft Edge.app', '--args', '--inprivate'],
      },
    ],
    [
      'on macOS with Safari is that of another browser',
      {
        platform: 'darwin',
        defaultId: 'com.apple.Safari',
        found: ['/Users/a/Applications/Google Chrome.app'],
      },
      {
        browser: 'Google Chrome',
        program: '/usr/bin/open',
        args: ['-na', '/Users/a/Applications/Google Chrome.app', '--args', '--incognito'],
      },
    ],
    [
      'on Windows is the program itself, without a shell between',
      {
        platform: 'win32',
        defaultId: 'org.mozilla.firefox',
        found: [
          'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
          'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
        ],
      },
      {
        browser: 'Firefox',
        program: 'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
        args: ['--private-window'],
      },
    ],
    ['is nowhere without a browser', { platform: 'linux', found: [] }, undefined],
    [
      'is not had from Safari alone',
      { platform: 'darwin', defaultId: 'com.apple.Safari', found: [] },
      undefined,
    ],
  ])('%s', (_which, facts, command) => {
    expect(privateCommand(facts)).toEqual(command);
  });
});

test('every browser of the table is looked for where its system keeps programs', () => {
  const chrome = (platform: string, folder: string) =>
    browserPlaces({ platform, folders: [folder] }).filter((place) => /chrome/i.test(place))[0];

  expect([
    chrome('linux', '/usr/bin'),
    chrome('darwin', '/Applications'),
    chrome('win32', 'C:\\Program Files'),
  ]).toEqual([
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]);
});
