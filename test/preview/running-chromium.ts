import { app } from './app.ts';
import { startChromium } from './chromium.ts';
import type { Chromium, ChromiumOptions } from './chromium.ts';
import { host } from './host.ts';

let running: Promise<Chromium> | undefined;
const watchers: ((chromium: Chromium) => void)[] = [];

/**
 * The one Chromium of this host, started with the first window and started again when it has gone
 * (with a display, Chromium ends with its last window).
 */
export async function obtainChromium(
  size: ChromiumOptions['size'],
): Promise<{ readonly chromium: Chromium; readonly fresh: boolean }> {
  const before = running;
  if (before) {
    const chromium = await before;
    if (!chromium.isGone()) return { chromium, fresh: false };
  }
  if (running === before) {
    running = startChromium({ folder: app.getPath('sessionData'), size });
    const chromium = await running;
    for (const watcher of watchers) watcher(chromium);
    return { chromium, fresh: true };
  }
  return obtainChromium(size);
}

/** Tells of every Chromium that this host starts. */
export function onChromiumStarted(watcher: (chromium: Chromium) => void): void {
  watchers.push(watcher);
}

host.closers.push(async () => {
  const chromium = await running?.catch(() => undefined);
  await chromium?.close();
});
