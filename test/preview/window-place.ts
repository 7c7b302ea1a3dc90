import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { Page } from './page.ts';

/** Where a window is: remembered here, and passed on to the page when there is one. */
export interface WindowPlace {
  get(): Rectangle;
  set(bounds: Partial<Rectangle>): void;
  apply(page: Page, visible: boolean): void;
  setState(state: 'normal' | 'minimized' | 'maximized'): void;
}

export function createWindowPlace(options: BrowserWindowConstructorOptions): WindowPlace {
  let bounds: Rectangle = {
    x: options.x ?? 0,
    y: options.y ?? 0,
    width: options.width ?? 800,
    height: options.height ?? 600,
  };
  let placed: { readonly page: Page; readonly visible: boolean } | undefined;

  async function move(): Promise<void> {
    if (!placed) return;
    const { page, visible } = placed;
    if (!visible) {
      // Headless windows have browser controls that nobody sees: size the content instead.
      const { width, height } = bounds;
      const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
      await page.session.send('Emulation.setDeviceMetricsOverride', metrics);
      return;
    }
    const { targetId } = page;
    const { windowId } = await page.browser.send('Browser.getWindowForTarget', { targetId });
    const { x: left, y: top, width, height } = bounds;
    const chosen = options.x === undefined ? { width, height } : { left, top, width, height };
    await page.browser.send('Browser.setWindowBounds', { windowId, bounds: chosen });
  }

  async function setState(windowState: 'normal' | 'minimized' | 'maximized'): Promise<void> {
    if (!placed?.visible) return;
    const { browser, targetId } = placed.page;
    const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId });
    await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  }

  return {
    get: () => bounds,
    set: (changes) => {
      bounds = { ...bounds, ...changes };
      void move().catch(() => undefined);
    },
    apply: (page, visible) => {
      placed = { page, visible };
      void move().catch(() => undefined);
    },
    setState: (state) => void setState(state).catch(() => undefined),
  };
}
