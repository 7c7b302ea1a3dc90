import { decodeJwt } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SignInRequest } from '../../../src/main/core/ports/azure.ts';
import type { Account } from '../../../src/shared/model.ts';
import { isPersonal } from '../../../src/shared/personal-account.ts';
import type { Result } from '../../../src/shared/problem.ts';
import { tenants } from '../../cloud/directory/contoso.ts';
import { consumersTenantId, microsoftServices } from '../../cloud/directory/personal-accounts.ts';
import { publicClients } from '../../cloud/directory/public-clients.ts';
import type { Cloud, User } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import { byDeviceCode, signInByDeviceCode } from './by-device-code.ts';
import type { Adapters, MemoryVault } from './simulated-azure.ts';
import { connect, connectAll, createMemoryVault, simulatedCloud } from './simulated-azure.ts';

const armScopes = ['https://management.core.windows.net//.default'];
const never = new AbortController().signal;

let cloud: Cloud;
let vault: MemoryVault;
let azure: Adapters;
beforeEach(async () => {
  cloud = await startCloud({ deviceCodeInterval: 1 });
  vault = createMemoryVault();
  azure = connect(cloud, vault);
});
afterEach(() => cloud.close());

const signedIn = (user: User, more: Partial<SignInRequest> = {}): Promise<Account> =>
  signInByDeviceCode(azure.identity, cloud, user, more);

async function claimsOf(account: Account, tenantId: string, scopes = armScopes): Promise<unknown> {
  const answer = await azure.identity.acquireToken({ account, tenantId, scopes });
  if (!answer.ok) return answer.problem.code;
  const { tid, idp, oid, aud } = decodeJwt(answer.value.secret.reveal());
  return { tid, idp, oid, aud };
}

async function reach(account: Account): Promise<unknown> {
  const found = await azure.directory.tenants(account, never);
  if (!found.ok) return found.problem.code;
  return Promise.all(
    found.value.map(async ({ tenantId, displayName }) => {
      const listed = await azure.directory.subscriptions(account, tenantId, never);
      return [
        displayName,
        listed.ok ? listed.value.map((one) => one.displayName) : listed.problem.code,
      ];
    }),
  );
}

const guestOf = [
  ['Contoso', ['Contoso Sandbox']],
  ['ノースウィンド商事', ['本番環境']],
];

test('a personal account signs in, and lists the tenants that invited it, but not its home', async () => {
  const { mona } = cloud.directory.users;
  const account = await signedIn(mona);
  expect([account, isPersonal(account)]).toMatchObject([
    {
      homeAccountId: `${mona.id}.${consumersTenantId}`,
      homeTenantId: microsoftServices.id,
      username: 'mona.kane@outlook.com',
      displayName: 'Mona Kane',
    },
    true,
  ]);
  expect(await reach(account)).toEqual(guestOf);
  expect(cloud.requests.some(({ path }) => path.includes(consumersTenantId))).toBe(false);
});

test('it is another object in each tenant that it is a guest of, for every service', async () => {
  const { mona } = cloud.directory.users;
  const account = await signedIn(mona);
  const { contoso, northwind } = tenants;
  const keyVault = ['https://vault.azure.net/.default'];
  const as = (tenant: { readonly id: string }, aud: string) => ({
    tid: tenant.id,
    idp: 'live.com',
    oid: cloud.directory.objectIdOf(mona, tenant.id),
    aud,
  });
  expect([
    await claimsOf(account, contoso.id),
    await claimsOf(account, contoso.id, keyVault),
    await claimsOf(account, northwind.id),
    await claimsOf(account, tenants.fabrikam.id),
  ]).toEqual([
    as(contoso, 'https://management.core.windows.net/'),
    as(contoso, 'https://vault.azure.net'),
    as(northwind, 'https://management.core.windows.net/'),
    'AADSTS50020',
  ]);
  expect(as(contoso, '').oid).not.toBe(as(northwind, '').oid);
});

test('it is found again after a restart, and forgotten with its sessions', async () => {
  const account = await signedIn(cloud.directory.users.mona);
  azure = connect(cloud, vault);
  expect(await reach(account)).toEqual(guestOf);
  await azure.identity.forget(account);
  expect(vault.contents.get('msal-cache')).not.toContain(consumersTenantId);
});

test('a second factor that one tenant wants is given there, and the account stays the same', async () => {
  const { mona } = cloud.directory.users;
  const account = await signedIn(mona);
  cloud.setTenantPolicy(tenants.contoso, 'requires-multi-factor');
  const listed = () => azure.directory.subscriptions(account, tenants.contoso.id, never);
  expect(await listed()).toMatchObject({
    ok: false,
    problem: { kind: 'step-up', remedy: { kind: 'sign-in', tenantId: tenants.contoso.id } },
  });
  const again = await signedIn(mona, { tenant: tenants.contoso.id, loginHint: account.username });
  expect([again.key, again.homeTenantId]).toEqual([account.key, account.homeTenantId]);
  expect(await reach(account)).toEqual(guestOf);
});

test('an application of an organisation’s own takes it only where it was invited', async () => {
  const { mona } = cloud.directory.users;
  const own = { ...simulatedCloud(cloud), clientId: publicClients.ownRegistration.id };
  const registered = connectAll(() => [own], createMemoryVault());
  const outcome = (answer: Result<unknown>): unknown =>
    answer.ok ? 'signed in' : [answer.problem.kind, answer.problem.remedy?.kind];
  let refused: unknown;
  const prompt: SignInRequest['prompt'] = (shown) => {
    try {
      if (shown.kind === 'code') cloud.approveDeviceCode(shown.userCode, mona);
    } catch {
      refused = 'not here';
      if (shown.kind === 'code') cloud.declineDeviceCode(shown.userCode);
    }
  };
  const asMona = byDeviceCode(cloud, mona);
  const anywhere = await registered.identity.signIn({ ...asMona, prompt });
  const invited = await registered.identity.signIn({ ...asMona, tenant: tenants.contoso.id });
  expect([refused, outcome(anywhere), outcome(invited)]).toEqual([
    'not here',
    ['declined', 'retry'],
    'signed in',
  ]);
});
