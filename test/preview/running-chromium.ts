import { app } from './app.ts';
import { startChromium } from './chromium.ts';
import type { Chromium, ChromiumOptions } from './chromium.ts';
import { host } from './host.ts';

let running: Promise<Chromium> | undefined;
let retired: Promise<void> = Promise.resolve();
let pages = 0;
const watchers: ((chromium: Chromium) => void)[] = [];

async function start(size: ChromiumOptions['size']): Promise<Chromium> {
  await retired;
  const chromium = await startChromium({ folder: app.getPath('sessionData'), size });
  for (const watcher of watchers) watcher(chromium);
  return chromium;
}

/** A place for one more page in the one Chromium of this host, which starts with its first page. */
export async function obtainChromium(
  size: ChromiumOptions['size'],
): Promise<{ readonly chromium: Chromium; readonly first: boolean }> {
  pages += 1;
  const first = running === undefined;
  running ??= start(size);
  return { chromium: await running, first };
}

/**
 * One page less. With a display Chromium ends with its last window, at a moment of its own: it is
 * ended here, so that the next page gets a new one and not one that is going.
 */
export function releaseChromium(chromium: Chromium): void {
  pages -= 1;
  if (!chromium.isGone() && (pages > 0 || !chromium.visible)) return;
  running = undefined;
  retired = chromium.close();
}

/** Tells of every Chromium that this host starts. */
export function onChromiumStarted(watcher: (chromium: Chromium) => void): void {
  watchers.push(watcher);
}

host.closers.push(async () => {
  const chromium = await running?.catch(() => undefined);
  await chromium?.close();
  await retired;
});
