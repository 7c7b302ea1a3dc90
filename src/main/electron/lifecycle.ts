import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import { startFailure } from '../views/start-failure.ts';
import { nameProgram } from './name-program.ts';

/** What the operating system tells the app, and how it answers. */
export interface Lifecycle {
  /** The last window went; the answer says whether the program goes on without one. */
  readonly windowsGone: () => Promise<boolean>;
  /** Runs once before the program ends; it may take its time. */
  readonly ending: () => Promise<void>;
}

/**
 * Claims the profile for this process before anything is read from it.
 *
 * @param profile the folder of everything that lasts; none means the system's usual place
 * @returns false when another process has it, which was then asked to show itself
 */
export function claimProfile(profile: string | undefined): boolean {
  nameProgram(app, process.platform);
  app.enableSandbox();
  if (profile !== undefined) {
    // Electron takes only an absolute folder that is there.
    const folder = resolve(profile);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    app.setPath('userData', folder);
  }
  return app.requestSingleInstanceLock();
}

export const profileFolder = (): string => app.getPath('userData');

export const appVersion = (): string => app.getVersion();

/** Milliseconds that the end may take before the program ends all the same. */
const patience = 4_000;

export function followLifecycle({ windowsGone, ending }: Lifecycle): void {
  let ended = false;
  let end: Promise<void> | undefined;
  const endOnce = async (): Promise<void> => {
    const timeUp = new Promise((done) => setTimeout(done, patience));
    await Promise.race([ending(), timeUp]).catch(() => undefined);
    ended = true;
    app.quit();
  };
  app.on('window-all-closed', () => {
    void windowsGone().then((goesOn) => {
      // The answer takes its time, in which a window may have come back.
      if (!goesOn && BrowserWindow.getAllWindows().length === 0) app.quit();
    });
  });
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    end ??= endOnce();
  });
  // Windows ends its session without `before-quit`.
  app.on('browser-window-created', (_created, window: BrowserWindow) => {
    window.on('session-end', () => {
      end ??= endOnce();
    });
  });
}

/** Runs whenever a window of the program gets the focus. */
export const onFocus = (run: () => void): void => void app.on('browser-window-focus', run);

export const whenReady = (): Promise<void> => app.whenReady();

export const leave = (): void => app.quit();

/** The last resort: what keeps the program from starting is said, not swallowed. */
export function reportAndLeave(error: unknown): void {
  dialog.showErrorBox('Azimuth could not start', startFailure(error));
  app.exit(1);
}
