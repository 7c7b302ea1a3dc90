import type { App } from 'electron';
import type { LoginItem } from '../core/ports/desktop.ts';

type LoginSettings = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

/**
 * Windows' and macOS' own list of what starts at sign-in. Windows finds an entry by its arguments too, so that they are said
 * with the question as well; macOS takes none.
 */
export const createLoginSettings = (system: LoginSettings, args: string[]): LoginItem => ({
  isOn: async () => system.getLoginItemSettings({ args }).openAtLogin,
  set: async (on) => system.setLoginItemSettings({ openAtLogin: on, args }),
});

/** Whether the system opened the app at sign-in and told nothing of it in the arguments: macOS. */
export const openedAtLogin = (
  system: Pick<App, 'getLoginItemSettings'>,
  platform: NodeJS.Platform,
): boolean => platform === 'darwin' && system.getLoginItemSettings().wasOpenedAtLogin;
