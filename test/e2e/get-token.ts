import type { Page } from 'playwright-core';

/** Gets a token of the default subscription; what comes stands in the panel. */
export async function getToken(page: Page): Promise<void> {
  const heading = page.getByRole('region', { name: 'Default subscription' });
  await heading.getByRole('button', { name: 'Get token' }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Get token' }).click();
}
