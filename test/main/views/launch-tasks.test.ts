import { expect, test } from 'vitest';
import { showPalette } from '../../../src/main/views/menu-line.ts';
import { launchTasks, readLaunch } from '../../../src/main/views/launch-tasks.ts';

test('a start says by its arguments what it is for; those of others say nothing', () => {
  expect([
    readLaunch(['/usr/bin/azimuth']),
    readLaunch(['/usr/bin/azimuth', '--hidden']),
    readLaunch([
      'C:\\Azimuth.exe',
      '--allow-file-access',
      '--original-process-start-time=1',
      '--find',
    ]),
    readLaunch(['/usr/bin/azimuth', '--lock']),
    readLaunch(['/usr/bin/azimuth', '--hidden', '--lock', 'azimuth://switch?context=live']),
  ]).toEqual([
    { hidden: false },
    { hidden: true },
    { hidden: false, act: showPalette },
    { hidden: false, act: { kind: 'run', name: 'lock', input: {} } },
    {
      hidden: false,
      act: {
        kind: 'run',
        name: 'open-link',
        input: { address: 'azimuth://switch?context=live' },
        open: true,
      },
    },
  ]);
});

test('every task has an argument of its own, and words for a person', () => {
  expect(new Set(launchTasks.map(({ argument }) => argument)).size).toBe(launchTasks.length);
  for (const { argument, title, description } of launchTasks) {
    expect(argument).toMatch(/^--[a-z-]+$/);
    expect(title).not.toMatch(/\.$/);
    expect(description).toMatch(/\.$/);
  }
});
