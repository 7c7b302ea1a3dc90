import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../src/shared/model.ts';
import type { User } from '../../cloud/directory/model.ts';
import type { Cloud } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import type { Adapters, MemoryVault } from './simulated-azure.ts';
import { signInByDeviceCode } from './by-device-code.ts';
import { connect, createMemoryVault } from './simulated-azure.ts';

let cloud: Cloud;
let vault: MemoryVault;
let azure: Adapters;
let adele: Account;
let jurgen: Account;

const arm = ['https://management.core.windows.net//.default'];

beforeAll(async () => {
  cloud = await startCloud({ deviceCodeInterval: 1 });
});

afterAll(() => cloud.close());

beforeEach(async () => {
  vault = createMemoryVault();
  azure = connect(cloud, vault);
  const { users } = cloud.directory;
  [adele, jurgen] = await Promise.all([signIn(users.adele), signIn(users.jurgen)]);
});

const signIn = (user: User): Promise<Account> => signInByDeviceCode(azure.identity, cloud, user);

/** Who a token is for, as its tenant knows them; or why there is none. */
async function holder(account: Account, tenantId: string, from = azure): Promise<string> {
  const answer = await from.identity.acquireToken({ account, tenantId, scopes: arm });
  if (!answer.ok) return answer.problem.kind;
  const { oid, tid } = decodeJwt(answer.value.secret.reveal());
  return `${String(oid)} in ${String(tid)}`;
}

/** The tenants through which an account reaches a subscription. */
async function waysTo(account: Account, subscriptionId: string): Promise<readonly string[]> {
  const { signal } = new AbortController();
  const { tenants } = cloud.directory;
  const lists = await Promise.all(
    [tenants.contoso, tenants.fabrikam].map(async ({ id }) => {
      const found = await azure.directory.subscriptions(account, id, signal);
      const there = found.ok && found.value.some((one) => one.subscriptionId === subscriptionId);
      return there ? [id] : [];
    }),
  );
  return lists.flat();
}

describe('several users at once', () => {
  test('on the same subscription each get a token of their own', async () => {
    const { tenants, users, subscriptions } = cloud.directory;
    const { id } = tenants.contoso;
    const reached = await Promise.all(
      [adele, jurgen].map((account) => waysTo(account, subscriptions.contosoDataPlatform.id)),
    );

    expect(reached).toEqual([[id], [id]]);
    expect([await holder(adele, id), await holder(jurgen, id)]).toEqual([
      `${users.adele.id} in ${id}`,
      `${cloud.directory.objectIdOf(users.jurgen, id)} in ${id}`,
    ]);
  });

  test('keep their home account where they are guests, under another object id there', async () => {
    const { contoso, fabrikam } = cloud.directory.tenants;
    const { users } = cloud.directory;
    const guest = cloud.directory.objectIdOf(users.adele, fabrikam.id);

    expect(guest).not.toBe(users.adele.id);
    expect(adele.homeAccountId).toBe(`${users.adele.id}.${contoso.id}`);
    expect([await holder(adele, contoso.id), await holder(adele, fabrikam.id)]).toEqual([
      `${users.adele.id} in ${contoso.id}`,
      `${guest} in ${fabrikam.id}`,
    ]);
  });

  test('reach one subscription through two tenants, with a token of each', async () => {
    const { tenants, subscriptions, users, objectIdOf } = cloud.directory;
    const { contoso, fabrikam } = tenants;
    const managed = subscriptions.fabrikamManagedOperations.id;
    const ways = await waysTo(adele, managed);

    expect([ways, await waysTo(jurgen, managed)]).toEqual([
      [contoso.id, fabrikam.id],
      [fabrikam.id],
    ]);
    expect(await Promise.all(ways.map((tenantId) => holder(adele, tenantId)))).toEqual(
      ways.map((tenantId) => `${objectIdOf(users.adele, tenantId)} in ${tenantId}`),
    );
  });

  test('sign out one by one: the tokens and the stored session of the others stay', async () => {
    const { tenants, users } = cloud.directory;
    const { id } = tenants.contoso;
    await holder(adele, id);
    await azure.identity.forget(adele);
    await azure.identity.flush();
    const later = connect(cloud, createMemoryVault(new Map(vault.contents)));
    const guest = `${cloud.directory.objectIdOf(users.jurgen, id)} in ${id}`;

    expect([await holder(adele, id), await holder(jurgen, id)]).toEqual(['sign-in-again', guest]);
    expect([await holder(adele, id, later), await holder(jurgen, id, later)]).toEqual([
      'sign-in-again',
      guest,
    ]);
    expect([...vault.contents.values()].join()).not.toContain(users.adele.username);
  });
});
