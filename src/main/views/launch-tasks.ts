import { isLink } from '../../shared/link.ts';
import type { MenuAct } from './menu-line.ts';
import { openLink, showPalette } from './menu-line.ts';

/** Something to do at once when the program is started with an argument: a task of Windows' jump list, for one. */
export interface LaunchTask {
  readonly argument: string;
  readonly title: string;
  readonly description: string;
  readonly act: MenuAct;
}

export const launchTasks: readonly LaunchTask[] = [
  {
    argument: '--find',
    title: 'Find a subscription',
    description: 'Search subscriptions, tenants, accounts and commands.',
    act: showPalette,
  },
  {
    argument: '--copy-token',
    title: 'Copy token',
    description: 'Copy a token for the default subscription.',
    act: { kind: 'quick-copy' },
  },
  {
    argument: '--lock',
    title: 'Lock',
    description: 'Lock Azimuth.',
    act: { kind: 'run', name: 'lock', input: {} },
  },
  {
    argument: '--settings',
    title: 'Settings',
    description: 'Open the settings of Azimuth.',
    act: { kind: 'open', page: 'settings' },
  },
];

/** What a start, or a start beside a running app, was told to do. */
export interface Launch {
  /** Without a window: a terminal or the sign-in to the computer started it. */
  readonly hidden: boolean;
  readonly act?: MenuAct | undefined;
}

/** Arguments of others, such as Chromium's own, say nothing here. */
export function readLaunch(given: readonly string[]): Launch {
  const link = given.find(isLink);
  // Whoever made the link may have written what stands beside it too.
  if (link !== undefined) return { hidden: false, act: openLink(link) };
  return {
    hidden: given.includes('--hidden'),
    act: launchTasks.find(({ argument }) => given.includes(argument))?.act,
  };
}
