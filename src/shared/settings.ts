import type { AppState, Settings } from './app-state.ts';

/** The settings after a change that names only some of them. */
export function changeSettings(
  settings: Settings,
  change: { readonly [K in keyof Settings]?: Settings[K] | undefined },
): Settings {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...settings, ...Object.fromEntries(named) };
}

/** Whether the app outlives its last window. */
export const keepsRunning = ({
  settings,
  background,
}: Pick<AppState, 'settings' | 'background'>): boolean =>
  settings.keepRunning ?? background.trayShown;
