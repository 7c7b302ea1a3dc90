import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Cloud } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import { tenants } from '../../cloud/directory/contoso.ts';
import { signInByDeviceCode } from './by-device-code.ts';
import type { Adapters } from './simulated-azure.ts';
import { connect, createMemoryVault } from './simulated-azure.ts';

let cloud: Cloud;
let azure: Adapters;
const happened: string[] = [];

beforeAll(async () => {
  cloud = await startCloud({ deviceCodeInterval: 1, pageSize: 2 });
});

beforeEach(() => {
  happened.length = 0;
  azure = connect(cloud, createMemoryVault(), (address, init) => {
    happened.push(`asked for ${new URL(address).pathname.split('/').at(-1)}`);
    return fetch(address, init);
  });
});

afterAll(() => cloud.close());

test('the next page of tenants is asked for before one is set to work', async () => {
  const adele = await signInByDeviceCode(azure.identity, cloud, cloud.directory.users.adele);
  happened.length = 0;

  await azure.directory.tenants(adele, new AbortController().signal, (page) =>
    happened.push(`${page.length} arrived`),
  );

  expect(happened).toEqual([
    'asked for tenants',
    'asked for tenants',
    '2 arrived',
    'asked for tenants',
    '2 arrived',
    '2 arrived',
  ]);
});

test('what the tokens of all tenants need is read with the sign-in, not when the first of them is wanted', async () => {
  const adele = await signInByDeviceCode(azure.identity, cloud, cloud.directory.users.adele);
  happened.length = 0;

  const answer = await azure.identity.acquireToken({
    account: adele,
    tenantId: tenants.fabrikam.id,
    scopes: ['https://management.core.windows.net//.default'],
  });

  expect([answer.ok, ...happened]).toEqual([true, 'asked for token']);
});
