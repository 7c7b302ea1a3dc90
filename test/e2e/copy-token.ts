import { waitForState } from '../app-window.ts';
import type { Running } from './azimuth-test.ts';
import { expect, signInFirst } from './azimuth-test.ts';

/** Signs in, and copies a token of the default subscription in the window. */
export async function copyToken({ stage, app, page }: Running): Promise<void> {
  await signInFirst({ stage, app, page });
  await page.getByRole('button', { name: /Set as default: Contoso Development/ }).click();
  const heading = page.getByRole('region', { name: 'Default subscription' });
  await heading.getByRole('button', { name: 'Get token' }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Get token' }).click();
  await page.getByRole('button', { name: 'Copy token' }).click();
  await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');
  expect(stage.cloud.issued.has(await app.clipboardText())).toBe(true);
}
