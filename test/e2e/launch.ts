import { launchElectron } from './launch-electron.ts';
import { launchPreview } from './launch-preview.ts';
import type { PreviewApp } from './launch-preview.ts';
import type { RunningApp } from './running-app.ts';

export type { PreviewApp } from './launch-preview.ts';
export type { RunningApp } from './running-app.ts';

export interface LaunchOptions {
  /** The app's folder: it becomes `AZIMUTH_HOME`. */
  readonly profile: string;
  /** On top of this process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The app's own arguments. */
  readonly args?: readonly string[];
  /** Default: Electron when `AZIMUTH_E2E_HOST=electron`, else the preview host. */
  readonly host?: 'preview' | 'electron';
  /** The app's main module; default `out/main/index.js`. */
  readonly entry?: string;
  /** Show a real window where there is a display; default false. Preview host only. */
  readonly visible?: boolean;
  /** How long `window()` waits, in milliseconds. */
  readonly timeout?: number;
}

/**
 * Starts the app, on the preview host or in Electron, and gives the same handle on it.
 *
 * End it with `quit()` or `kill()`; a launched app also ends when this process does.
 */
export function launchApp(
  options: LaunchOptions & { readonly host: 'preview' },
): Promise<PreviewApp>;
export function launchApp(options: LaunchOptions): Promise<RunningApp>;
export function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const wanted = process.env['AZIMUTH_E2E_HOST'] === 'electron' ? 'electron' : 'preview';
  return (options.host ?? wanted) === 'electron' ? launchElectron(options) : launchPreview(options);
}
