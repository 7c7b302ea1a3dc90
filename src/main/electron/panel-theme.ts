import { nativeTheme } from 'electron';

/** Desktops whose top bar is dark in the light theme too. */
const alwaysDark = /gnome|unity|pantheon/i;

/**
 * Watches whether the panel that holds the tray icon is dark. Only Windows says so by itself; elsewhere it goes by the
 * system's theme, which can be read only while the window's own theme does not stand before it: then the last answer counts.
 */
export function watchPanelTheme(changed: () => void): () => boolean {
  const desktop = process.env['XDG_CURRENT_DESKTOP'] ?? '';
  let systemIsDark = nativeTheme.shouldUseDarkColors;
  nativeTheme.on('updated', () => {
    if (nativeTheme.themeSource === 'system') systemIsDark = nativeTheme.shouldUseDarkColors;
    changed();
  });
  return () => {
    if (process.platform === 'win32') return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
    return systemIsDark || alwaysDark.test(desktop);
  };
}
