import { tenants } from '../cloud/directory/contoso.ts';
import type { TenantPolicy } from '../cloud/directory/model.ts';
import { expect, signInFirst, test } from './azimuth-test.ts';

const { fabrikam } = tenants;

test.describe('a tenant that wants more', () => {
  const rows: readonly [TenantPolicy, RegExp, string, string][] = [
    ['requires-multi-factor', /wants a second factor/, 'Sign in to this tenant', 'AADSTS50076'],
    [
      'requires-compliant-device',
      /only devices that follow its rules/,
      'Copy details for your administrator',
      'AADSTS53000',
    ],
    [
      'requires-managed-device',
      /only devices that it manages/,
      'Copy details for your administrator',
      'AADSTS530003',
    ],
    ['blocked', /Conditional Access/, 'Copy details for your administrator', 'AADSTS53003'],
  ];
  for (const [policy, sentence, button, code] of rows) {
    test(`as one that ${policy} is a row with its sentence, its button and its ids`, async ({
      stage,
      app,
      page,
    }) => {
      stage.cloud.setTenantPolicy(fabrikam, policy);
      await signInFirst({ stage, app, page });
      await page.getByRole('searchbox', { name: 'Filter subscriptions' }).fill('fabrikam.com');
      const row = page.getByRole('row', { name: sentence });
      await expect(row.getByRole('button', { name: button })).toBeVisible();
      await row.getByRole('button', { name: 'Details', exact: true }).click();
      await page.getByRole('button', { name: 'Copy details', exact: true }).click();

      await expect
        .poll(() => app.clipboardText())
        .toMatch(
          new RegExp(`${code}[\\s\\S]*Correlation ID: [0-9a-f-]{36}\\nTrace ID: [0-9a-f-]{36}`),
        );
    });
  }
});
