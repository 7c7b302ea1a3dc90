import { nativeTheme } from './native-theme.ts';
import type { Page } from './page.ts';

/** Makes the page's media queries agree with `nativeTheme`, as Electron does. */
export async function applyTheme(page: Page): Promise<void> {
  const contrast = nativeTheme.shouldUseHighContrastColors;
  await page.session
    .send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: nativeTheme.shouldUseDarkColors ? 'dark' : 'light' },
        { name: 'forced-colors', value: contrast ? 'active' : 'none' },
        { name: 'prefers-contrast', value: contrast ? 'more' : 'no-preference' },
      ],
    })
    .catch(() => undefined);
}
