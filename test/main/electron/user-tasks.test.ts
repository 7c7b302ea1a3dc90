import { expect, test } from 'vitest';
import { userTasks } from '../../../src/main/electron/user-tasks.ts';
import { readLaunch } from '../../../src/main/views/launch-tasks.ts';

const program = String.raw`C:\Users\Ada Lovelace\AppData\Local\Programs\azimuth\Azimuth.exe`;

test("a task of Windows' taskbar starts this program, has its icon, and says what it does", () => {
  const own = { program, iconPath: program, iconIndex: 0 };
  expect(userTasks(program)).toEqual([
    {
      ...own,
      arguments: '--find',
      title: 'Find a subscription',
      description: 'Search subscriptions, tenants, accounts and commands.',
    },
    {
      ...own,
      arguments: '--copy-token',
      title: 'Copy token',
      description: 'Copy a token for the default subscription.',
    },
    { ...own, arguments: '--lock', title: 'Lock', description: 'Lock Azimuth.' },
    {
      ...own,
      arguments: '--settings',
      title: 'Settings',
      description: 'Open the settings of Azimuth.',
    },
  ]);
});

test('what a task starts is understood', () => {
  for (const { arguments: argument } of userTasks(program)) {
    expect(readLaunch([program, argument]).act).toBeDefined();
  }
});
