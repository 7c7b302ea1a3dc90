import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSettings } from '../../../src/main/storage/settings-file.ts';
import type { Notice } from '../../../src/shared/app-state.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function open(folder: string) {
  const notices: Notice[] = [];
  const { settings, save } = await openSettings(folder, (notice) => notices.push(notice));
  return { settings, save, notices };
}

async function folderWith(content: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'settings.json'), content);
  return folder;
}

describe('the settings file', () => {
  test('is not there at first: the standard settings are in use, and nothing is written', async () => {
    const folder = await temporaryFolder();
    const { settings, notices } = await open(folder);

    expect([settings, notices, await readdir(folder)]).toEqual([defaultSettings, [], []]);
  });

  test('gives back what was saved, and can be read by a person', async () => {
    const folder = await temporaryFolder();
    const settings = {
      theme: 'dark',
      clipboardSeconds: 30,
      signInSeconds: 120,
      signInBrowser: 'copy',
      lockAfterMinutes: 5,
      lockWithScreen: true,
      endpointOn: true,
      endpointPort: 4_321,
      azureCliFollows: true,
      keepRunning: true,
      closingExplained: true,
      shortcuts: { copyToken: 'Control+Alt+C' },
      quickCopy: { form: 'header', audience: 'graph' },
    } as const;
    await (await open(folder)).save(settings);

    expect((await open(folder)).settings).toEqual(settings);
    expect(await readFile(join(folder, 'settings.json'), 'utf8')).toBe(
      '{\n  "theme": "dark",\n  "clipboardSeconds": 30,\n  "signInSeconds": 120,\n  "signInBrowser": "copy",\n  "lockAfterMinutes": 5,\n  "lockWithScreen": true,\n  "endpointOn": true,\n  "endpointPort": 4321,\n  "azureCliFollows": true,\n  "keepRunning": true,\n  "closingExplained": true,\n  "shortcuts": {\n    "copyToken": "Control+Alt+C"\n  },\n  "quickCopy": {\n    "form": "header",\n    "audience": "graph"\n  }\n}\n',
    );
  });

  test('ends with the last of many saves, and the one before beside it', async () => {
    const folder = await temporaryFolder();
    const { save } = await open(folder);
    const seconds = Array.from({ length: 20 }, (_, index) => 10 + index);
    await Promise.all(
      seconds.map((clipboardSeconds) => save({ ...defaultSettings, clipboardSeconds })),
    );

    expect((await open(folder)).settings.clipboardSeconds).toBe(29);
    expect(await readFile(join(folder, 'settings.json.previous'), 'utf8')).toContain(': 28,');
  });

  test('saves again after a save that failed', async () => {
    const folder = await temporaryFolder();
    const { save } = await open(folder);
    await mkdir(join(folder, 'settings.json', 'in the way'), { recursive: true });
    await expect(save(defaultSettings)).rejects.toThrow();
    const { settings, notices, save: saveAgain } = await open(folder);
    await saveAgain({ ...defaultSettings, theme: 'light' });

    expect([settings, notices.length, (await open(folder)).settings.theme]).toEqual([
      defaultSettings,
      1,
      'light',
    ]);
  });

  test('of a version that knew fewer settings, or more, is filled up', async () => {
    const { settings, notices } = await open(
      await folderWith('{ "theme": "light", "unknown": true }'),
    );

    expect([settings, notices]).toEqual([{ ...defaultSettings, theme: 'light' }, []]);
  });

  test('written with a byte order mark in front is read', async () => {
    const { settings } = await open(await folderWith('\uFEFF{ "theme": "light" }'));

    expect(settings.theme).toBe('light');
  });

  test('of which one value can not be used keeps all others, and says which it is', async () => {
    const { settings, notices } = await open(
      await folderWith(
        '{ "theme": "dark", "lockWithScreen": true, "lockAfterMinutes": 5, "clipboardSeconds": 4, "shortcuts": { "palette": "K" } }',
      ),
    );

    expect(settings).toEqual({
      ...defaultSettings,
      theme: 'dark',
      lockWithScreen: true,
      lockAfterMinutes: 5,
    });
    expect(notices).toEqual([
      {
        id: 'settings',
        tone: 'warning',
        message:
          'settings.json has values that can not be used. The standard is in use for clipboardSeconds, shortcuts; the other settings stand. Correct settings.json and start again; the next change of a setting keeps it as it is under a dated name.',
        detail: expect.stringContaining('A whole number from 5 to 3,600.') as string,
      },
    ]);
  });

  test.each(['', '{"theme":', '[]', '"dark"', 'null'])(
    'that holds %j is left alone until there is something to save, and then kept aside',
    async (content) => {
      const folder = await folderWith(content);
      const { settings, notices, save } = await open(folder);
      const untouched = await readFile(join(folder, 'settings.json'), 'utf8');
      await save({ ...defaultSettings, theme: 'light' });
      await save({ ...defaultSettings, theme: 'dark' });
      const aside = (await readdir(folder)).filter((name) => name.includes('unreadable'));

      expect([settings, untouched]).toEqual([defaultSettings, content]);
      expect(notices).toMatchObject([
        {
          id: 'settings',
          message:
            'settings.json could not be read, so the standard settings are in use. Correct settings.json and start again; the next change of a setting keeps it as it is under a dated name.',
        },
      ]);
      expect(aside).toEqual([
        expect.stringMatching(/^settings\.json\.unreadable-\d{4}-\d\d-\d\dT[\d.-]+Z$/),
      ]);
      expect(await readFile(join(folder, aside[0] ?? ''), 'utf8')).toBe(content);
      expect((await open(folder)).settings.theme).toBe('dark');
    },
  );
});
