import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { refresh, signIn } from './protocol.ts';
import { startCloud, type Cloud, type User } from './start.ts';
import { trust } from './trust.ts';

let cloud: Cloud;

beforeEach(async () => {
  cloud = await startCloud();
  trust(cloud.certificateAuthority);
});
afterEach(() => cloud.close());

const resource = z.looseObject({
  tenantId: z.string().optional(),
  displayName: z.string().optional(),
  subscriptionId: z.string().optional(),
  state: z.string().optional(),
});
const pageSchema = z.object({ value: z.array(resource), nextLink: z.url().optional() });
const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

function get(path: string, token: string | undefined, headers = {}): Promise<Response> {
  return fetch(new URL(path, cloud.resourceManager), {
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
  });
}

async function list(path: string, token: string | undefined) {
  const pages = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const page: z.infer<typeof pageSchema> = pageSchema.parse(
      await (await get(next, token)).json(),
    );
    pages.push(page.value);
    next = page.nextLink;
  }
  return { items: pages.flat(), pages: pages.map((each) => each.length) };
}

async function tokenFor(user: User, tenant = user.homeTenant): Promise<string | undefined> {
  return (await signIn(cloud, user, tenant)).access_token;
}

const subscriptionsPath = '/subscriptions?api-version=2022-12-01';

async function refusal(response: Response) {
  const { error } = errorSchema.parse(await response.json());
  return { status: response.status, code: error.code };
}

test('tenants come in pages, in full for new versions and bare for old ones', async () => {
  const token = await tokenFor(cloud.directory.users.adele);
  const current = await list('/tenants?api-version=2022-12-01', token);
  const old = await list('/tenants?api-version=2016-06-01', token);
  const { contoso, northwind } = cloud.directory.tenants;
  expect(current.pages).toEqual([4, 2]);
  expect(current.items[0]).toEqual({
    id: `/tenants/${contoso.id}`,
    tenantId: contoso.id,
    tenantCategory: 'Home',
    countryCode: 'US',
    displayName: 'Contoso',
    domains: ['contoso.com', 'contoso.onmicrosoft.com'],
    defaultDomain: 'contoso.com',
    tenantType: 'AAD',
  });
  expect(current.items.at(-1)?.displayName).toBe(northwind.displayName);
  expect(old.items[0]).toEqual({ id: `/tenants/${contoso.id}`, tenantId: contoso.id });
});

test("the list is what the user may see in the token's tenant, nothing else", async () => {
  const { users, tenants, subscriptions } = cloud.directory;
  const seenBy = async (user: User, tenantId: string) => {
    const { items } = await list(subscriptionsPath, await tokenFor(user, tenantId));
    return items.map((each) => each.displayName);
  };
  const managed = subscriptions.fabrikamManagedOperations.displayName;
  expect(await seenBy(users.adele, tenants.fabrikam.id)).toEqual(['Shared Services', managed]);
  expect(await seenBy(users.adele, tenants.contoso.id)).toContain(managed);
  expect(await seenBy(users.jurgen, tenants.contoso.id)).toEqual(['Contoso Data Platform']);
  expect(await seenBy(users.adele, tenants.proseware.id)).toEqual([]);
  expect(await seenBy(users.zoe, tenants.proseware.id)).toEqual([]);
});

test('a subscription through a managing tenant names its owner and its managers', async () => {
  const { users, tenants, subscriptions } = cloud.directory;
  const { id } = subscriptions.fabrikamManagedOperations;
  const token = await tokenFor(users.adele, tenants.contoso.id);
  const response = await get(`/subscriptions/${id.toUpperCase()}?api-version=2022-12-01`, token);
  expect(await response.json()).toEqual({
    id: `/subscriptions/${id}`,
    subscriptionId: id,
    displayName: 'Fabrikam Managed Operations',
    state: 'Enabled',
    tenantId: tenants.fabrikam.id,
    managedByTenants: [{ tenantId: tenants.contoso.id }],
    authorizationSource: 'RoleBased',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'EnterpriseAgreement_2014-09-01',
      spendingLimit: 'Off',
    },
  });
});

test('all states are there', async () => {
  const { users, tenants } = cloud.directory;
  const contoso = await list(subscriptionsPath, await tokenFor(users.adele, tenants.contoso.id));
  const northwind = await list(
    subscriptionsPath,
    await tokenFor(users.adele, tenants.northwind.id),
  );
  const states = [...contoso.items, ...northwind.items].map((each) => each.state);
  expect(new Set(states)).toEqual(new Set(['Enabled', 'Warned', 'Disabled', 'PastDue']));
});

test('what an administrator changes shows in the next answer', async () => {
  const { users, subscriptions } = cloud.directory;
  const token = await tokenFor(users.adele);
  cloud.changeSubscription(subscriptions.contosoProduction, { displayName: 'Renamed' });
  cloud.changeSubscription(subscriptions.contosoProduction, { state: 'Disabled' });
  cloud.changeSubscription(subscriptions.contosoDevelopment, { removed: true });
  const { items } = await list(subscriptionsPath, token);
  const gone = await get(
    `/subscriptions/${subscriptions.contosoDevelopment.id}?api-version=2022-12-01`,
    token,
  );
  expect(items[0]).toMatchObject({ displayName: 'Renamed', state: 'Disabled' });
  expect(items.map((each) => each.displayName)).not.toContain('Contoso Development');
  expect(await refusal(gone)).toEqual({ status: 404, code: 'SubscriptionNotFound' });
});

test('a token of the wrong tenant, and one without the right, are told what is wrong', async () => {
  const { users, tenants, subscriptions } = cloud.directory;
  const token = await tokenFor(users.jurgen, tenants.contoso.id);
  const show = (id: string) => get(`/subscriptions/${id}?api-version=2022-12-01`, token);
  const elsewhere = await show(subscriptions.fabrikamProduction.id);
  expect(elsewhere.headers.get('www-authenticate')).toContain(
    `authorization_uri="https://login.windows.net/${tenants.fabrikam.id}"`,
  );
  expect(await refusal(elsewhere)).toEqual({
    status: 401,
    code: 'InvalidAuthenticationTokenTenant',
  });
  expect(await refusal(await show(subscriptions.contosoProduction.id))).toEqual({
    status: 403,
    code: 'AuthorizationFailed',
  });
});

test('tokens that are missing, foreign, forged, early or late are refused with a challenge', async () => {
  const { adele } = cloud.directory.users;
  const answer = await signIn(cloud, adele);
  const token = answer.access_token ?? '';
  const scope = 'https://graph.microsoft.com/.default';
  const graph = await refresh(cloud, answer.refresh_token, 'contoso.com', { scope });
  const [head = '', claims = '', signature = ''] = token.split('.');
  const forgedClaims = Buffer.from(claims, 'base64url').toString().replace('adele', 'admin');
  const forged = [head, Buffer.from(forgedClaims).toString('base64url'), signature].join('.');
  const codes: string[] = [];
  const ask = async (bearer: string | undefined, headers = {}) => {
    const response = await get(subscriptionsPath, bearer, headers);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer authorization_uri="https:/);
    codes.push((await refusal(response)).code);
  };
  await ask(undefined);
  await ask(undefined, { authorization: 'Basic eDp5' });
  await ask(graph.access_token);
  await ask(answer.id_token);
  await ask(forged);
  await ask('garbage');
  cloud.setClockOffset(-3600_000);
  await ask(token);
  cloud.setClockOffset(2 * 3600_000);
  await ask(token);
  expect(codes).toEqual([
    'AuthenticationFailed',
    'AuthenticationFailedInvalidHeader',
    'InvalidAuthenticationTokenAudience',
    'InvalidAuthenticationTokenAudience',
    'InvalidAuthenticationToken',
    'InvalidAuthenticationToken',
    'InvalidAuthenticationToken',
    'ExpiredAuthenticationToken',
  ]);
});

test("another cloud's token is worth nothing here", async () => {
  const other = await startCloud();
  trust(other.certificateAuthority);
  const { access_token: token } = await signIn(other, other.directory.users.adele);
  await other.close();
  const response = await get(subscriptionsPath, token);
  expect(await refusal(response)).toEqual({ status: 401, code: 'InvalidAuthenticationToken' });
});

test('a claims challenge holds until the user has signed in anew', async () => {
  const { adele } = cloud.directory.users;
  const before = await signIn(cloud, adele);
  cloud.requireClaims(adele);
  const challenged = await get(subscriptionsPath, before.access_token);
  const header = challenged.headers.get('www-authenticate') ?? '';
  const encoded = /error="insufficient_claims", claims="([^"]+)"/.exec(header)?.[1] ?? '';
  const claims = Buffer.from(encoded, 'base64').toString();
  const silent = await refresh(cloud, before.refresh_token, 'contoso.com', { claims });
  const after = await signIn(cloud, adele);
  const silentAfter = await refresh(cloud, after.refresh_token, 'contoso.com', { claims });
  expect(challenged.status).toBe(401);
  expect(claims).toMatch(/^\{"access_token":\{"nbf":\{"essential":true,"value":"\d{10}"\}\}\}$/);
  expect(silent).toMatchObject({ error: 'invalid_grant', error_codes: [50173] });
  expect((await get(subscriptionsPath, after.access_token)).status).toBe(200);
  expect((await get(subscriptionsPath, silentAfter.access_token)).status).toBe(200);
});

test('requests without a version, and for what is not simulated, are refused', async () => {
  const token = await tokenFor(cloud.directory.users.adele);
  expect(await refusal(await get('/subscriptions', token))).toEqual({
    status: 400,
    code: 'MissingApiVersionParameter',
  });
  expect(await refusal(await get('/providers?api-version=2022-12-01', token))).toEqual({
    status: 404,
    code: 'InvalidResourceType',
  });
});

test('a thousand tenants of a hundred subscriptions can be walked', async () => {
  const big = await startCloud({ tenants: 1000, subscriptionsPerTenant: 100 });
  trust(big.certificateAuthority);
  const { adele } = big.directory.users;
  const home = await signIn(big, adele);
  const walk = async (path: string, token: string | undefined) => {
    const items = [];
    let next: string | undefined = `${big.resourceManager}${path}`;
    while (next !== undefined) {
      const response = await fetch(next, { headers: { authorization: `Bearer ${token}` } });
      const page: z.infer<typeof pageSchema> = pageSchema.parse(await response.json());
      items.push(...page.value);
      next = page.nextLink;
    }
    return items;
  };
  const tenants = await walk('/tenants?api-version=2022-12-01', home.access_token);
  const last = tenants.at(-1)?.tenantId ?? '';
  const there = await refresh(big, home.refresh_token, last);
  const subscriptions = await walk(subscriptionsPath, there.access_token);
  await big.close();
  expect(new Set(tenants.map((each) => each.tenantId)).size).toBe(1000);
  expect(new Set(subscriptions.map((each) => each.subscriptionId)).size).toBe(100);
  expect(subscriptions.every((each) => each.tenantId === last)).toBe(true);
});
