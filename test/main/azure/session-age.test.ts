import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenants, users } from '../../cloud/directory/contoso.ts';
import type { Cloud } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import { signInByDeviceCode } from './by-device-code.ts';
import { connect, createMemoryVault } from './simulated-azure.ts';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ deviceCodeInterval: 1 });
});
afterAll(() => cloud.close());

test('a tenant that wants fresh sign-ins says how old one may be, and takes a new one', async () => {
  const azure = connect(cloud, createMemoryVault());
  const signIn = () => signInByDeviceCode(azure.identity, cloud, users.adele);
  const ask = async (scope: string) =>
    azure.identity.acquireToken({
      account: await account,
      tenantId: tenants.fabrikam.id,
      scopes: [`${scope}/.default`],
    });
  let account = signIn();
  expect((await account).sessionFacts).toEqual({
    provedAt: expect.any(Number) as number,
    limits: [],
  });
  cloud.setSignInFrequency(tenants.fabrikam, 3_600);
  expect(await ask('https://vault.azure.net')).toMatchObject({ ok: true });
  cloud.setClockOffset(3_700_000);
  expect(await ask('https://storage.azure.com')).toMatchObject({
    ok: false,
    problem: { code: 'AADSTS70043', kind: 'sign-in-again', sessionAge: 3_600_000 },
  });
  account = signIn();
  expect(await ask('https://storage.azure.com')).toMatchObject({ ok: true });
  cloud.setClockOffset(0);
});
