import { clouds } from '../../../src/shared/cloud.ts';
import { expect, test } from 'vitest';
import { accountList, accountShow, tenantList } from '../../../src/main/views/cli-accounts.ts';
import { signInPrompt, tenantWarnings } from '../../../src/main/views/cli-sign-in.ts';
import { statusAnswer } from '../../../src/main/views/cli-status.ts';
import { account, stateWith, subscription, tenant } from '../bridge/state.ts';

const ada = account('ada');
const home = tenant(ada, 'home');
const closed = {
  ...tenant(ada, 'closed'),
  displayName: 'Clo\u001b]0;title\u0007s\u202Eed',
  status: {
    kind: 'failed',
    problem: { kind: 'blocked', message: 'ours', code: 'AADSTS53003', detail: 'Blocked.' },
  },
} as const;
const managed = subscription(home, 's-1', 'Managed', {
  homeTenantId: 'owner',
  managedByTenantIds: ['home'],
});
const state = stateWith({
  accounts: [ada],
  tenants: [home, closed],
  subscriptions: [managed],
  selection: { defaultSubscriptionKey: managed.key },
});

const entry = {
  homeTenantId: 'owner',
  id: 's-1',
  isDefault: true,
  managedByTenants: [{ tenantId: 'home' }],
  name: 'Managed',
  state: 'Enabled',
  tenantDefaultDomain: 'home.com',
  tenantDisplayName: 'The home',
  tenantId: 'home',
  user: { name: 'ada@contoso.com', type: 'user' },
};

test('show says environmentName, list says cloudName', () => {
  expect(accountShow(state, managed).value).toEqual({ ...entry, environmentName: 'AzureCloud' });
  expect(accountList(state, [managed])).toEqual({
    value: [{ ...entry, cloudName: 'AzureCloud' }],
    table: [
      {
        Name: 'Managed',
        CloudName: 'AzureCloud',
        SubscriptionId: 's-1',
        TenantId: 'home',
        State: 'Enabled',
        IsDefault: true,
      },
    ],
  });
});

test('a tenant that could not be listed is there with its code, and warned of at login', () => {
  expect(tenantList(state).table?.map((row) => [row['TenantId'], row['State']])).toEqual([
    ['home', 'Ready'],
    ['closed', 'AADSTS53003'],
  ]);
  expect(tenantWarnings(state, ada.key)).toEqual([
    "Failed to authenticate closed 'Clo ]0;title sed' due to error 'AADSTS53003: Blocked.'",
  ]);
});

test('a service principal is named by its client id, in the words of Azure CLI', () => {
  const robot = { ...ada, kind: 'service-principal' as const, username: 'client-id' };
  const other = { ...state, accounts: [robot] };
  const [first] = state.subscriptions;
  if (!first) throw new Error('there is no subscription');
  const user = { name: 'client-id', type: 'servicePrincipal' };
  expect([
    accountShow(other, first).value,
    accountList(other, [first]).value,
    tenantList(other).value,
  ]).toMatchObject([{ user }, [{ user }], [{ user }, { user }]]);
});

test('status tells what runs, who is signed in and where the default points', () => {
  const { arrangement: nothing } = state;
  const arrangement = { ...nothing, labels: { [ada.key]: { nickname: 'Work' } } };
  const pointing = { because: 'It is the default.' };
  expect(statusAnswer({ ...state, arrangement }, pointing).value).toEqual({
    version: '1.2.3',
    host: 'headless',
    cloud: 'AzureCloud',
    vault: 'memory only: No keyring.',
    accountsLast: false,
    locked: false,
    accounts: [
      {
        username: 'ada@contoso.com',
        nickname: 'Work',
        homeTenantId: 'home',
        session: 'active',
      },
    ],
    tenants: 2,
    subscriptions: 1,
    discovering: false,
    defaultSubscription: { id: 's-1', name: 'Managed', tenantId: 'home' },
    lostDefault: null,
    pointing: {
      because: 'It is the default.',
      context: null,
      account: null,
      tenantId: null,
      subscriptionId: null,
      problem: null,
    },
  });
});

test('only a sign-in that waits for the person has a prompt', () => {
  const purpose = { method: 'device-code', cloud: 'AzureCloud' } as const;
  const known = { current: 'AzureCloud', known: clouds };
  const code = {
    kind: 'code',
    purpose,
    userCode: 'ABC',
    verificationUri: 'https://microsoft.com/devicelogin',
    expiresAt: 1,
  } as const;
  expect(signInPrompt(code, known)).toBe(
    'To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code ABC to authenticate.',
  );
  expect(signInPrompt({ kind: 'starting', purpose }, known)).toBeUndefined();
});
