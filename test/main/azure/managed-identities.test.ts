import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedInManagedIdentity } from '../../../src/main/core/ports/azure.ts';
import type { ManagedIdentityChoice } from '../../../src/shared/managed-identity.ts';
import type { Account } from '../../../src/shared/model.ts';
import { accountKeyOf } from '../../../src/shared/model.ts';
import type { Result } from '../../../src/shared/problem.ts';
import { managedIdentities } from '../../cloud/directory/managed-identities.ts';
import { tenants } from '../../cloud/directory/contoso.ts';
import type { Cloud, Machine } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import { reachAtHome } from './reach-at-home.ts';
import type { Adapters } from './simulated-azure.ts';
import { connect, createMemoryVault } from './simulated-azure.ts';

const { buildAgent, reader } = managedIdentities;
const armScopes = ['https://management.core.windows.net//.default'];
const systemAssigned: ManagedIdentityChoice = { kind: 'system-assigned' };
const nobody = '00000000-0000-4000-8000-000000000000';

let cloud: Cloud;
let machine: Machine;
let azure: Adapters;

// MSAL chooses what it asks once a process, so this file is one kind of machine: a virtual machine.
beforeAll(async () => {
  cloud = await startCloud();
  machine = await cloud.startMachine({
    kind: 'imds',
    systemAssigned: buildAgent,
    userAssigned: [reader],
  });
  Object.assign(process.env, machine.environment);
});
afterAll(() => cloud.close());
beforeEach(() => {
  azure = connect(cloud, createMemoryVault());
});

const signIn = (identity: ManagedIdentityChoice) =>
  azure.identity.signInManagedIdentity({ cloud: 'Simulated', identity });

function accountOf(signedIn: Result<SignedInManagedIdentity>): Account {
  if (!signedIn.ok) throw new Error(signedIn.problem.message);
  return {
    ...signedIn.value,
    kind: 'managed-identity',
    key: accountKeyOf('Simulated', signedIn.value.homeAccountId),
    session: { kind: 'active' },
  };
}

const reach = (account: Account): Promise<unknown> => reachAtHome(azure.directory, account);

const refusal = (answer: Result<unknown>): unknown =>
  answer.ok ? 'taken' : [answer.problem.kind, answer.problem.message];

describe('a virtual machine', () => {
  test('signs in as itself, and lists its own tenant and what it may see there', async () => {
    const account = accountOf(await signIn(systemAssigned));
    expect(account).toMatchObject({
      homeAccountId: `managed-identity:${buildAgent.objectId}.${tenants.contoso.id}`,
      homeTenantId: tenants.contoso.id,
      username: buildAgent.id,
      displayName: 'build-agent-7',
      managedIdentity: { source: 'imds', identity: systemAssigned },
    });
    expect(await reach(account)).toEqual([['Contoso'], ['Contoso Development']]);
  });

  test.each([
    ['its client ID', { kind: 'client-id', id: reader.id }],
    ['its object ID', { kind: 'object-id', id: reader.objectId }],
    ['its resource ID', { kind: 'resource-id', id: reader.resourceId }],
  ] as const)(
    'signs in as the identity that %s names, always the same one',
    async (_, identity) => {
      const account = accountOf(await signIn(identity));
      expect([account.homeAccountId, account.displayName, account.username]).toEqual([
        `managed-identity:${reader.objectId}.${tenants.contoso.id}`,
        'contoso-reader',
        reader.id,
      ]);
      expect(await reach(account)).toEqual([
        ['Contoso'],
        ['Contoso Development', 'Shared Services'],
      ]);
    },
  );

  test('asks once for a token that many want, and again after it was signed out', async () => {
    const account = accountOf(await signIn(systemAssigned));
    const ask = {
      account,
      tenantId: tenants.contoso.id,
      scopes: ['https://vault.azure.net/.default'],
    };
    const before = machine.answers.length;
    const [first] = await Promise.all(
      Array.from({ length: 20 }, () => azure.identity.acquireToken(ask)),
    );
    const claims = first?.ok ? decodeJwt(first.value.secret.reveal()) : {};
    expect([machine.answers.length - before, claims['aud'], claims['oid']]).toEqual([
      1,
      'https://vault.azure.net',
      buildAgent.objectId,
    ]);
    await azure.identity.forget(account);
    await azure.identity.acquireToken(ask);
    expect(machine.answers.length - before).toBe(2);
  });

  test('gets no token of another tenant, of single scopes, or of a service that nobody knows', async () => {
    const account = accountOf(await signIn(systemAssigned));
    const ask = (tenantId: string, ...scopes: string[]) =>
      azure.identity.acquireToken({ account, tenantId, scopes });
    expect([
      refusal(await ask(tenants.fabrikam.id, ...armScopes)),
      refusal(await ask('fabrikam.com', ...armScopes)),
      refusal(await ask(tenants.contoso.id, 'https://graph.microsoft.com/User.Read')),
      refusal(await ask(tenants.contoso.id, 'https://nobody.example/.default')),
    ]).toEqual([
      ['unknown-tenant', 'A managed identity gets tokens of its own tenant only.'],
      ['unknown-tenant', 'A managed identity gets tokens of its own tenant only.'],
      [
        'invalid-input',
        'An application gets all its permissions at once: ask for the service with /.default.',
      ],
      [
        'unknown-resource',
        'This tenant does not know the service that the token is for. Check the address, or use another tenant.',
      ],
    ]);
  });

  test('says that an identity is not assigned to it', async () => {
    const unknown =
      'No user-assigned identity with this ID is assigned to this machine. Check the ID, or assign it in the portal.';
    expect(refusal(await signIn({ kind: 'client-id', id: nobody }))).toEqual([
      'unknown-identity',
      unknown,
    ]);
  });

  test('asks again while its endpoint is being updated or asks to wait, and says so if that stays', async () => {
    machine.fail({ status: 404 }, { status: 404, body: 'not here' });
    // The first of them meets the look whether anybody is there.
    expect(refusal(await signIn(systemAssigned))).toBe('taken');
    const account = accountOf(await signIn(systemAssigned));
    const ask = (resource: string) =>
      azure.identity.acquireToken({
        account,
        tenantId: tenants.contoso.id,
        scopes: [`${resource}/.default`],
      });
    machine.fail(...Array.from({ length: 4 }, () => ({ status: 429, body: 'slow' }) as const));
    machine.fail({ status: 500, body: '{"error":"unknown","error_description":"Failed"}' });
    const throttled = await ask('https://storage.azure.com');
    expect([refusal(throttled), refusal(await ask('https://vault.azure.net'))]).toEqual([
      [
        'throttled',
        'The identity endpoint of this computer asks to wait: too many requests. Try again in a minute.',
      ],
      'taken',
    ]);
  }, 30_000);

  test('says that nobody answers any more once its endpoint is gone', async () => {
    const account = accountOf(await signIn(systemAssigned));
    await machine.close();
    const later = await azure.identity.acquireToken({
      account,
      tenantId: tenants.contoso.id,
      scopes: ['https://graph.microsoft.com/.default'],
    });
    const none =
      'This computer has no managed identity: it is no virtual machine or app of Azure, and Azure Arc is not installed on it.';
    expect([refusal(later), refusal(await azure.identity.findManagedIdentity())]).toEqual([
      ['no-managed-identity', none],
      ['no-managed-identity', none],
    ]);
  });
});
