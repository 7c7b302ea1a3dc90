import { afterAll, beforeAll, expect, test } from 'vitest';
import { users } from '../../cloud/directory/contoso.ts';
import type { Cloud } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import { byDeviceCode } from './by-device-code.ts';
import { connect, createMemoryVault } from './simulated-azure.ts';

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({ deviceCodeInterval: 1 });
});

afterAll(() => cloud.close());

test('a device code that was approved in the moment of its cancelling leaves no account behind', async () => {
  const vault = createMemoryVault();
  const arrived = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const tokenOnHold: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (response.ok && response.url.includes('/oauth2/v2.0/token')) {
      arrived.resolve();
      await goOn.promise;
    }
    return response;
  };
  const { identity } = connect(cloud, vault, tokenOnHold);
  const stop = new AbortController();
  const answer = identity.signIn({ ...byDeviceCode(cloud, users.minh), signal: stop.signal });
  await arrived.promise;
  stop.abort();
  expect(await answer).toMatchObject({ ok: false, problem: { kind: 'cancelled' } });
  goOn.resolve();
  // Time for the late answer to reach MSAL, were it let through.
  await new Promise((resolve) => setTimeout(resolve, 300));

  expect(vault.contents.get('msal-cache') ?? '').not.toContain(users.minh.id);
  expect(
    await identity.acquireToken({
      account: {
        cloud: 'Simulated',
        homeAccountId: `${users.minh.id}.${users.minh.homeTenant}`,
        username: 'minh@example.com',
      },
      tenantId: users.minh.homeTenant,
      scopes: ['https://management.core.windows.net//.default'],
    }),
  ).toMatchObject({ ok: false, problem: { kind: 'sign-in-again' } });
});
