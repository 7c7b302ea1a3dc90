import { expect, test } from 'vitest';
import { aimRemedy } from '../../../src/main/core/aim-remedy.ts';
import { rememberedAccounts } from '../../../src/main/core/remembered.ts';
import { signInManagedIdentity } from '../../../src/main/core/sign-in-managed-identity.ts';
import { azureCliUser } from '../../../src/shared/azure-cli-user.ts';
import { accountLabel } from '../../../src/shared/format.ts';
import type { ManagedIdentityChoice } from '../../../src/shared/managed-identity.ts';
import { managedIdentitySchema } from '../../../src/shared/managed-identity.ts';
import type { Account } from '../../../src/shared/model.ts';
import { succeed } from '../../../src/shared/problem.ts';
import { alice, storeWith } from './examples.ts';
import { aProblem, createFakeClock, createFakeIdentity } from './fakes.ts';

const clientId = '5c000000-4b1d-4c8e-9f2a-000000000001';

const agent: Account = {
  kind: 'managed-identity',
  key: 'AzureCloud/managed-identity:object.red',
  cloud: 'AzureCloud',
  homeAccountId: 'managed-identity:object.red',
  homeTenantId: 'red',
  username: clientId,
  displayName: 'build-agent-7',
  managedIdentity: { source: 'imds', identity: { kind: 'system-assigned' } },
  session: { kind: 'active' },
};

test('a managed identity is an account beside the people, and keeps its label when it signs in again', async () => {
  const store = storeWith({ accounts: [alice] });
  const identity = createFakeIdentity(createFakeClock());
  const deeds: string[] = [];
  const { key, session, kind, ...found } = agent;
  identity.machine = succeed(found);
  const signIn = (label?: string) =>
    signInManagedIdentity(
      {
        store,
        identity,
        forgetTokens: async (of) => void deeds.push(`forget tokens of ${of}`),
        signedIn: async (account) => void deeds.push(`signed in ${account.key}`),
      },
      { identity: { kind: 'system-assigned' }, label },
    );
  expect([await signIn(), store.state().accounts]).toEqual([
    { ok: true, value: { accountKey: key } },
    [alice, { ...agent, session, kind }],
  ]);
  await signIn('Builds');
  await signIn();
  expect([store.state().accounts.map(accountLabel), deeds]).toEqual([
    [alice.username, 'Builds'],
    [
      `signed in ${key}`,
      `forget tokens of ${key}`,
      `signed in ${key}`,
      `forget tokens of ${key}`,
      `signed in ${key}`,
    ],
  ]);
});

test('nobody can sign it in again: a refusal that wants that is tried again instead', () => {
  const refusal = aProblem('sign-in-again', { remedy: { kind: 'sign-in' } });
  expect(aimRemedy(refusal, agent, 'red').remedy).toEqual({ kind: 'retry' });
});

test('it is remembered as it was chosen', () => {
  const document = { version: 1, accounts: [agent] };
  expect(rememberedAccounts.parse(JSON.parse(JSON.stringify(document))).accounts).toEqual([agent]);
});

test('Azure CLI’s words for it say how it was chosen', () => {
  const named = (identity: ManagedIdentityChoice) =>
    azureCliUser({ ...agent, managedIdentity: { source: 'imds', identity } });
  expect([
    azureCliUser(agent),
    named({ kind: 'client-id', id: 'c' }),
    named({ kind: 'object-id', id: 'o' }),
    named({ kind: 'resource-id', id: '/r' }),
    azureCliUser(alice),
  ]).toEqual([
    {
      assignedIdentityInfo: 'MSI',
      name: 'systemAssignedIdentity',
      type: 'servicePrincipal',
    },
    ...['MSIClient-c', 'MSIObject-o', 'MSIResource-/r'].map((assignedIdentityInfo) => ({
      assignedIdentityInfo,
      name: 'userAssignedIdentity',
      type: 'servicePrincipal',
    })),
    { name: alice.username, type: 'user' },
  ]);
});

test('an ID is of its kind, or it is refused before anything is asked', () => {
  const message = (identity: unknown) =>
    managedIdentitySchema.safeParse({ identity }).error?.issues[0]?.message;
  expect([
    message({ kind: 'client-id', id: ` ${clientId.toUpperCase()} ` }),
    message({ kind: 'client-id', id: 'reader' }),
    message({ kind: 'object-id', id: '' }),
    message({ kind: 'resource-id', id: clientId }),
    message({ kind: 'resource-id', id: `/${'x'.repeat(600)}` }),
  ]).toEqual([
    undefined,
    'A client ID looks like 00000000-0000-0000-0000-000000000000.',
    'An object ID looks like 00000000-0000-0000-0000-000000000000.',
    'A resource ID looks like /subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/NAME.',
    'That is too long for a resource ID.',
  ]);
});
