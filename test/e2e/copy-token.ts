import { waitForState } from '../app-window.ts';
import type { Running } from './azimuth-test.ts';
import { expect, pointAtDevelopment } from './azimuth-test.ts';
import { getToken } from './get-token.ts';

/** Signs in, and copies a token of the default subscription in the window. */
export async function copyToken({ stage, app, page }: Running): Promise<void> {
  await pointAtDevelopment({ stage, app, page });
  await getToken(page);
  await page.getByRole('button', { name: 'Copy token' }).click();
  await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');
  expect(stage.cloud.issued.has(await app.clipboardText())).toBe(true);
}
