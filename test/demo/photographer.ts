import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Takes pictures of the window, light and dark. */
export interface Photographer {
  readonly taken: readonly string[];
  take(page: Page, name: string): Promise<void>;
}

export async function createPhotographer(folder: string | undefined): Promise<Photographer> {
  const target = folder ?? (await mkdtemp(join(tmpdir(), 'azimuth-demo-')));
  await mkdir(target, { recursive: true });
  const taken: string[] = [];
  return {
    taken,
    async take(page, name) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const path = join(target, `${name}-${colorScheme}.png`);
        await page.screenshot({ path, animations: 'disabled' });
        taken.push(path);
      }
      await page.emulateMedia({ colorScheme: null });
    },
  };
}
