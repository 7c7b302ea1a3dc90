import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TokenAsk } from '../../../src/main/core/ports/azure.ts';
import type { Account } from '../../../src/shared/model.ts';
import { tenants, users } from '../../cloud/directory/contoso.ts';
import type { Cloud } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import type { Adapters, MemoryVault } from './simulated-azure.ts';
import { signInByDeviceCode } from './by-device-code.ts';
import { connect, createMemoryVault } from './simulated-azure.ts';

const graph = ['https://graph.microsoft.com/.default'];
const arm = ['https://management.core.windows.net//.default'];

let cloud: Cloud;
let vault: MemoryVault;
let azure: Adapters;
let minh: Account;

const signInMinh = (): Promise<Account> => signInByDeviceCode(azure.identity, cloud, users.minh);

beforeEach(async () => {
  await cloud?.close();
  cloud = await startCloud({ deviceCodeInterval: 1 });
  vault = createMemoryVault();
  azure = connect(cloud, vault);
  minh = await signInMinh();
});

afterEach(() => vi.useRealTimers());

afterAll(() => cloud.close());

/** The text of the token, or the kind of the refusal. */
async function tokenOf(ask: Partial<TokenAsk> = {}): Promise<string> {
  const answer = await azure.identity.acquireToken({
    account: minh,
    tenantId: minh.homeTenantId,
    scopes: graph,
    ...ask,
  });
  return answer.ok ? answer.value.secret.reveal() : answer.problem.kind;
}

const tokenRequests = (): number =>
  cloud.requests.filter(({ path }) => path.endsWith('/oauth2/v2.0/token')).length;

const unreachable = () => cloud.inject({ match: /\/oauth2\/v2\.0\/token$/, kind: 'status' });

/** Moves this process's clock, which the cloud in it shares. */
function letPass(minutes: number): void {
  if (!vi.isFakeTimers()) vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + minutes * 60_000);
}

describe('a token that lives for two hours, of which Entra ID wants it renewed after one', () => {
  const lifetime = 7_200;

  test('is renewed once by a hundred who ask together after that hour, and not before', async () => {
    cloud.setTokenLifetime(lifetime);
    const first = await tokenOf();
    letPass(59);
    const still = await tokenOf();
    letPass(2);
    const before = tokenRequests();
    const renewed = await Promise.all(Array.from({ length: 100 }, () => tokenOf()));

    expect(still).toBe(first);
    expect(new Set(renewed).size).toBe(1);
    expect(renewed[0]).not.toBe(first);
    expect(tokenRequests() - before).toBe(1);
  });

  test('is handed out while it can not be renewed, which is not tried at every ask', async () => {
    cloud.setTokenLifetime(lifetime);
    const first = await tokenOf();
    letPass(61);
    const before = tokenRequests();
    const heal = unreachable();
    const during = [await tokenOf(), await tokenOf(), await tokenOf()];
    const tries = tokenRequests() - before;
    heal();
    // MSAL itself does not ask again within a minute of such an answer.
    letPass(2);

    expect(during).toEqual([first, first, first]);
    expect(tries).toBeLessThanOrEqual(2);
    expect(await tokenOf()).not.toBe(first);
  });

  test('is handed to nobody in its last minute, not even when there is no other', async () => {
    cloud.setTokenLifetime(lifetime);
    const first = await tokenOf();
    letPass(119);
    const heal = unreachable();
    const during = await tokenOf();
    heal();

    expect(during).toBe('service-error');
    expect(await tokenOf()).not.toBe(first);
  });

  test('is not waited for long when Entra ID is silent', async () => {
    cloud.setTokenLifetime(lifetime);
    const first = await tokenOf();
    letPass(61);
    const heal = cloud.inject({ match: /\/oauth2\/v2\.0\/token$/, kind: 'hang' });

    expect(await tokenOf()).toBe(first);
    heal();
  });
});

describe('asks at the same time', () => {
  test('share no request when their claims, scopes or tenants differ', async () => {
    const before = tokenRequests();
    await Promise.all([
      tokenOf(),
      tokenOf(),
      tokenOf({ claims: '{"access_token":{"nbf":{"essential":true,"value":"1"}}}' }),
      tokenOf({ scopes: ['https://vault.azure.net/.default'] }),
      tokenOf({ tenantId: tenants.fabrikam.id.toUpperCase(), scopes: arm }),
    ]);

    expect(tokenRequests() - before).toBe(4);
  });

  test("answer a service principal's hundred askers with one request, and renew in time too", async () => {
    const { id: clientId, tenant, credential } = cloud.directory.applications.contosoDeploy;
    const signedIn = await azure.identity.signInServicePrincipal({
      cloud: 'Simulated',
      clientId,
      tenant,
      credential,
    });
    if (!signedIn.ok) throw new Error(signedIn.problem.message);
    const ask = { account: signedIn.value, tenantId: tenant };
    cloud.setTokenLifetime(7_200);
    const before = tokenRequests();
    const [first] = await Promise.all(Array.from({ length: 100 }, () => tokenOf(ask)));
    letPass(61);
    const second = await tokenOf(ask);

    expect(second).not.toBe(first);
    expect(tokenRequests() - before).toBe(2);
  });
});

test('a sign-out in the middle of an ask leaves nothing of the account behind', async () => {
  cloud.setLatency(150);
  const before = vault.writes.length;
  const asking = tokenOf({ scopes: ['https://vault.azure.net/.default'] });
  await azure.identity.forget(minh);
  await asking;
  await azure.identity.flush();
  cloud.setLatency(0);

  expect(vault.writes.length).toBeGreaterThan(before);
  expect(vault.contents.get('msal-cache')).not.toContain(users.minh.id);
  expect(await tokenOf()).toBe('sign-in-again');
});
