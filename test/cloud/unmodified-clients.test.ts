import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import { DeviceCodeCredential } from '@azure/identity';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { enterCode } from './enter-code.ts';
import { armScope } from './protocol.ts';
import { startCloud, type Cloud, type User } from './start.ts';
import { trust } from './trust.ts';

function createCredential(cloud: Cloud, user: User): DeviceCodeCredential {
  return new DeviceCodeCredential({
    tenantId: user.homeTenant,
    authorityHost: cloud.authority,
    disableInstanceDiscovery: true,
    additionallyAllowedTenants: ['*'],
    userPromptCallback: ({ userCode }) => void enterCode(cloud, userCode, user),
  });
}

async function collect<T>(pages: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of pages) items.push(item);
  return items;
}

test("Azure Identity's device-code credential signs in and the ARM SDK reads all pages", async () => {
  const cloud = await startCloud({ deviceCodeInterval: 1, pageSize: 2 });
  trust(cloud.certificateAuthority);
  const { users, tenants } = cloud.directory;
  const credential = createCredential(cloud, users.adele);
  const token = await credential.getToken(armScope);
  const client = new SubscriptionClient(credential, { endpoint: cloud.resourceManager });
  const seenTenants = await collect(client.tenants.list());
  const subscriptions = await collect(client.subscriptions.list());
  const pages = cloud.requests.filter(({ path }) => path === '/subscriptions').length;
  await cloud.close();
  expect(decodeJwt(token.token)['tid']).toBe(users.adele.homeTenant);
  expect(token.expiresOnTimestamp).toBeGreaterThan(Date.now() + 3500_000);
  expect(seenTenants.map((each) => [each.tenantId, each.displayName, each.defaultDomain])).toEqual(
    Object.values(tenants).map((each) => [each.id, each.displayName, each.defaultDomain]),
  );
  expect(subscriptions.map((each) => [each.displayName, each.state, each.tenantId])).toEqual([
    ['Contoso Production', 'Enabled', tenants.contoso.id],
    ['Contoso Development', 'Enabled', tenants.contoso.id],
    ['Contoso Sandbox', 'Warned', tenants.contoso.id],
    ['Contoso Legacy Datacenter', 'Disabled', tenants.contoso.id],
    ['Contoso Data Platform', 'Enabled', tenants.contoso.id],
    ['Shared Services', 'Enabled', tenants.contoso.id],
    ['Fabrikam Managed Operations', 'Enabled', tenants.fabrikam.id],
  ]);
  expect(subscriptions.at(-1)?.managedByTenants).toEqual([{ tenantId: tenants.contoso.id }]);
  expect(subscriptions[0]?.tags).toEqual({ environment: 'production', 'cost centre': '4711' });
  expect(pages).toBe(4);
});

test('the ARM SDK waits as 429 tells it, and gives up on nothing else', async () => {
  const cloud = await startCloud({ deviceCodeInterval: 1 });
  trust(cloud.certificateAuthority);
  const credential = createCredential(cloud, cloud.directory.users.jurgen);
  const client = new SubscriptionClient(credential, { endpoint: cloud.resourceManager });
  const headers = { 'Retry-After': '1' };
  cloud.inject({ match: /^\/subscriptions$/, kind: 'status', status: 429, headers, times: 1 });
  const subscriptions = await collect(client.subscriptions.list());
  const calls = cloud.requests.filter(({ path }) => path === '/subscriptions');
  await cloud.close();
  expect(subscriptions).toHaveLength(4);
  expect(calls.map((each) => each.status)).toEqual([429, 200]);
  expect((calls[1]?.start ?? 0) - (calls[0]?.end ?? 0)).toBeGreaterThanOrEqual(950);
});
