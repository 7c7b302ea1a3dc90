import { spawn } from 'node:child_process';
import type { Shell } from 'electron';
import { hasDisplay } from './chromium.ts';
import { tellHarness } from './control-link.ts';

const openers = { win32: 'explorer.exe', darwin: 'open' } as const;

function withoutSecrets(url: string): string {
  return url.replace(/[?#].*$/s, '?…');
}

async function openExternal(url: string): Promise<void> {
  tellHarness({ event: 'opened-external', url });
  if (process.env['AZIMUTH_PREVIEW_OPEN'] === 'control') return;
  if (!hasDisplay()) {
    process.stderr.write(`[preview] no display; would open ${withoutSecrets(url)}\n`);
    return;
  }
  const opener = new Map(Object.entries(openers)).get(process.platform) ?? 'xdg-open';
  const child = spawn(opener, [url], { detached: true, stdio: 'ignore' });
  child.once('error', () =>
    process.stderr.write(`[preview] ${opener} could not open ${withoutSecrets(url)}\n`),
  );
  child.unref();
}

export const shell = {
  openExternal,
  openPath: async (_path: string): Promise<string> => '',
  showItemInFolder: (_path: string): void => undefined,
  beep: (): void => undefined,
  trashItem: async (_path: string): Promise<void> => {
    throw new Error('The preview host has no trash.');
  },
} satisfies Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep' | 'trashItem'>;
