import { waitForState } from '../app-window.ts';
import { violations } from '../axe.ts';
import { expect, signInFirst, test } from './azimuth-test.ts';
import { getToken } from './get-token.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`no screen violates the accessibility rules (${theme})`, async ({ stage, app, page }) => {
    await app.setTheme(theme);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Use a device code' }).click();
    await waitForState(page, (state) => state.signIn.kind === 'code');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();

    await signInFirst({ stage, app, page });
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: /Set as default: Contoso Development/ }).click();
    await getToken(page);
    await page.getByRole('button', { name: 'Show claims' }).click();
    await page.getByRole('button', { name: 'Reveal' }).click();
    expect(await violations(page)).toEqual([]);

    for (const panel of ['Activity', 'Settings']) {
      await page.getByRole('button', { name: panel }).click();
      expect(await violations(page)).toEqual([]);
    }

    await page.getByRole('button', { name: 'Clouds…' }).click();
    await page.getByRole('button', { name: 'Client ID of Simulated cloud' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add a cloud…' }).click();
    await page.getByRole('button', { name: 'Say the rest yourself' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Settings' }).click();

    await page.getByRole('button', { name: 'Where secrets are' }).click();
    await page.getByRole('row', { name: /vault\.key/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign out of everything…' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await page.getByRole('heading', { name: 'Azimuth is locked' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
}
