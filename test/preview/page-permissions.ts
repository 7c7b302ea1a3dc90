import { toPageAddress } from './app-address.ts';
import type { Page } from './page.ts';
import { mayHave } from './session.ts';

/** Electron's name of a permission, and Chromium's. */
const permissions = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['idle-detection', 'idle-detection'],
  ['midi', 'midi'],
  ['window-management', 'window-management'],
  ['local-fonts', 'local-fonts'],
] as const;

/**
 * Puts the app's answers into Chromium before a page loads, because Chromium cannot ask a
 * program outside it at the moment a page wants something.
 */
export async function grantPermissions(
  page: Page,
  webContents: unknown,
  origin: string,
  url: string,
): Promise<void> {
  await Promise.all(
    permissions.map(async ([electronName, name]) => {
      const granted = await mayHave(webContents, electronName, origin, url);
      const setting = granted ? 'granted' : 'denied';
      const pageOrigin = new URL(toPageAddress(url)).origin;
      await page.browser.send('Browser.setPermission', {
        permission: { name },
        setting,
        origin: pageOrigin,
      });
    }),
  ).catch(() => undefined);
}
