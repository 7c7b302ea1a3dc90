import { app, globalShortcut } from 'electron';
import type { GlobalShortcuts } from '../core/ports/desktop.ts';

const isWayland = (): boolean =>
  process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland';

/** Wayland has no keys of programs, but a portal that asks the person. To be called before the app is ready. */
export function useShortcutPortal(): void {
  if (!isWayland()) return;
  const features = [
    app.commandLine.getSwitchValue('enable-features'),
    'GlobalShortcutsPortal',
    // GNOME's needs this too: https://github.com/electron/electron/pull/52222
    'GlobalShortcutsPortalPreferredTrigger',
  ];
  app.commandLine.appendSwitch('enable-features', features.filter(Boolean).join(','));
}

export const systemShortcuts: GlobalShortcuts = {
  register(accelerator, pressed) {
    if (!registers(accelerator, pressed)) return 'refused';
    // There `true` says only that the portal was asked: https://github.com/electron/electron/issues/52218
    return isWayland() ? 'asked' : 'registered';
  },
  unregister: (accelerator) => globalShortcut.unregister(accelerator),
  suspend: (suspended) => globalShortcut.setSuspended(suspended),
};

/** Electron throws at keys that the system does not have at all. */
function registers(accelerator: string, pressed: () => void): boolean {
  try {
    return globalShortcut.register(accelerator, pressed);
  } catch {
    return false;
  }
}
