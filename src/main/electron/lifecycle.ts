import { app, dialog } from 'electron';

/** What the operating system tells the app, and how it answers. */
export interface Lifecycle {
  /** The person wants to see the window: a second start, a click on the dock icon. */
  readonly shown: () => Promise<void>;
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
  app.setName('Azimuth');
  app.enableSandbox();
  if (profile !== undefined) app.setPath('userData', profile);
  return app.requestSingleInstanceLock();
}

export const profileFolder = (): string => app.getPath('userData');

export const appVersion = (): string => app.getVersion();

export function followLifecycle({ shown, ending }: Lifecycle): void {
  let ended = false;
  app.on('second-instance', () => void shown());
  app.on('activate', () => void shown());
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void ending().finally(() => {
      ended = true;
      app.quit();
    });
  });
}

export const whenReady = (): Promise<void> => app.whenReady();

export const leave = (): void => app.quit();

/** The last resort: what keeps the program from starting is said, not swallowed. */
export function reportAndLeave(error: unknown): void {
  dialog.showErrorBox(
    'Azimuth could not start',
    error instanceof Error ? error.message : String(error),
  );
  app.exit(1);
}
