import type { AppState, IssuedToken } from '../../src/shared/app-state.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { clouds, customCloud, publicCloud } from '../../src/shared/cloud.ts';
import type { Grant } from '../../src/shared/grant.ts';
import { readLink } from '../../src/shared/link.ts';
import type { Account, Tenant } from '../../src/shared/model.ts';
import { consumersTenantId } from '../../src/shared/personal-account.ts';
import {
  alice,
  bob,
  bobHome,
  contoso,
  empty,
  fabrikam,
  guid,
  northwind,
  offline,
  production,
  subscription,
  subscriptions,
  tailspin,
  tenant,
} from './directory-fixture.ts';
import { nightly, pipeline } from './service-principal-fixture.ts';

/** The states that the window is looked at and tested in. Times are relative to the moment of the call. */

const minute = 60_000;

const issued = (life = 71 * minute): IssuedToken => ({
  id: 'token-1',
  audience: { kind: 'known', id: 'resource-manager' },
  accountKey: alice.key,
  username: alice.username,
  tenantId: contoso.tenantId,
  subscriptionId: production.subscriptionId,
  scopes: ['https://management.core.windows.net//.default'],
  issuedAt: Date.now() - minute,
  expiresAt: Date.now() + life,
});

function firstRun(): AppState {
  return {
    about: { version: '0.1.0', host: 'electron', restored: true },
    clouds: { current: publicCloud.name, known: clouds },
    accounts: [],
    tenants: [],
    subscriptions: [],
    discovery: { running: 0, tenantsDone: 0, tenantsTotal: 0 },
    selection: {},
    contexts: { list: [] },
    confirmations: { asked: [], granted: [] },
    arrangement: { labels: {}, tenantOrder: {}, collapsed: [], favourites: [] },
    usage: { subscriptions: {}, tenants: {}, contexts: {}, audiences: {} },
    signIn: { kind: 'idle' },
    token: { kind: 'none' },
    clipboard: { kind: 'none' },
    activity: [],
    endpoint: { kind: 'off' },
    grants: [],
    notices: [],
    settings: defaultSettings,
    vault: { kind: 'sealed', keeper: 'system', by: 'GNOME Keyring' },
    lock: { kind: 'open', means: ['keyring'] },
    online: true,
    azureCli: {
      kind: 'read',
      folder: '/home/alice/.azure',
      profile: { kind: 'none' },
      secretFiles: [],
    },
    background: { trayShown: true, opensAtLogin: false, shortcuts: {} },
    wanted: { palette: false },
  };
}

/** A locked app, as main gives it to the window: with nothing in it. */
function locked(lock: Omit<Extract<AppState['lock'], { kind: 'locked' }>, 'kind'>): AppState {
  return {
    ...firstRun(),
    about: { ...firstRun().about, restored: false },
    vault: { kind: 'locked' },
    lock: { kind: 'locked', ...lock },
  };
}

function signedIn(): AppState {
  return {
    ...firstRun(),
    accounts: [alice, bob],
    tenants: [contoso, fabrikam, northwind, tailspin, empty, bobHome],
    subscriptions,
    discovery: {
      running: 0,
      tenantsDone: 6,
      tenantsTotal: 6,
      finishedAt: Date.now() - 2 * minute - 5_000,
    },
    selection: { defaultSubscriptionKey: production.key },
  };
}

const browser = (): AppState['signIn'] => ({
  kind: 'browser',
  purpose: { method: 'interactive', cloud: 'AzureCloud' },
  browser: 'default',
  expiresAt: Date.now() + 287_000,
});

const code = (): AppState['signIn'] => ({
  kind: 'code',
  purpose: { method: 'device-code', cloud: 'AzureCloud' },
  userCode: 'CXP4GKDTN',
  verificationUri: 'https://microsoft.com/devicelogin',
  expiresAt: Date.now() + 14 * minute,
});

const failed = (): AppState['signIn'] => ({
  kind: 'failed',
  purpose: {
    method: 'interactive',
    cloud: 'AzureCloud',
    tenant: 'northwind.example',
    username: alice.username,
  },
  problem: {
    kind: 'wrong-account',
    message: 'This account is not known in northwind.example. Ask to be invited, or use another.',
    remedy: { kind: 'sign-in', tenantId: 'northwind.example' },
    code: 'AADSTS50020',
    detail:
      "AADSTS50020: User account 'alice@contoso.example' from identity provider 'https://sts.windows.net/' does not exist in tenant 'Northwind Traders'.",
    correlationId: '3f2c6a0e-9a8f-4f5e-8a63-5a8d9b0f8e11',
  },
});

/** A cloud of one's own, with its own client. */
const stack = customCloud({
  name: 'Contoso-Stack',
  authority: 'https://login.stack.contoso.example',
  resourceManager: 'https://management.stack.contoso.example',
  audience: 'https://management.stack.contoso.example/',
  clientId: guid('c11e47', 1),
});

const severalClouds = (): AppState => ({
  ...signedIn(),
  clouds: { current: publicCloud.name, known: [...clouds, stack] },
});

const unknownApplication = (): AppState['signIn'] => ({
  kind: 'failed',
  purpose: { method: 'device-code', cloud: stack.name },
  problem: {
    kind: 'unknown-application',
    message: 'This tenant does not know the application that signs you in.',
    remedy: { kind: 'set-client-id', cloud: stack.name },
    code: 'AADSTS700016',
  },
});

/** Somebody whose home has no subscriptions, and whom nobody has invited. */
const mona: Account = {
  ...alice,
  key: 'AzureCloud/mona',
  homeAccountId: 'mona',
  homeTenantId: consumersTenantId,
  username: 'mona.kane@outlook.example',
  displayName: 'Mona Kane',
};

/** A tenant that wants a fresh sign-in in three hours. */
function sessionEndsSoon(): AppState {
  const hour = 60 * minute;
  const limits = [{ tenantId: fabrikam.tenantId, age: 24 * hour }];
  return {
    ...signedIn(),
    accounts: [{ ...alice, sessionFacts: { provedAt: Date.now() - 22 * hour, limits } }, bob],
    notices: [
      {
        id: 'session-end',
        tone: 'info',
        message: 'Fabrikam will want a fresh sign-in from alice@contoso.example at 14:00.',
        remedy: { kind: 'sign-in', accountKey: alice.key, tenantId: fabrikam.tenantId },
      },
    ],
  };
}

/** A production context that is the default, one of an account that is gone, and a whole tenant. */
const contexts = (): AppState['contexts'] => {
  const place = { accountKey: alice.key, username: alice.username, tenantId: contoso.tenantId };
  const plain = { production: false, confirm: false };
  return {
    list: [
      {
        ...place,
        id: 'context-1',
        name: 'contoso-production',
        subscriptionId: production.subscriptionId,
        colour: 'red',
        production: true,
        confirm: true,
      },
      {
        ...plain,
        id: 'context-2',
        name: 'left behind',
        accountKey: 'AzureCloud/gone',
        username: 'carol@fabrikam.example',
        tenantId: guid('99', 1),
        subscriptionId: guid('98', 1),
      },
      {
        ...place,
        ...plain,
        id: 'context-3',
        name: 'northwind',
        tenantId: northwind.tenantId,
        colour: 'teal',
        audience: { kind: 'known', id: 'graph' },
      },
    ],
    currentId: 'context-1',
  };
};

const activity = (): AppState['activity'] => [
  {
    id: 'a1',
    at: Date.now() - 40 * minute,
    surface: 'cli',
    act: 'issued',
    program: 'terraform',
    audience: { kind: 'known', id: 'resource-manager' },
    username: alice.username,
    accountKey: alice.key,
    tenantId: contoso.tenantId,
    expiresAt: Date.now() + 20 * minute,
  },
  {
    id: 'a2',
    at: Date.now() - minute,
    surface: 'window',
    act: 'copied',
    audience: { kind: 'known', id: 'graph' },
    username: bob.username,
    accountKey: bob.key,
    tenantId: bobHome.tenantId,
    expiresAt: Date.now() + 60 * minute,
  },
];

/** Azure CLI knows both people, somebody else and an application, and keeps its secrets in plain text. */
const azureCli = (): AppState['azureCli'] => ({
  kind: 'read',
  folder: '/home/alice/.azure',
  profile: {
    kind: 'accounts',
    accounts: [
      {
        kind: 'user',
        cloud: 'AzureCloud',
        username: alice.username,
        tenantId: contoso.tenantId,
        subscriptions: 3,
      },
      { kind: 'user', cloud: 'AzureCloud', username: 'carol@contoso.example', subscriptions: 1 },
      {
        kind: 'service-principal',
        cloud: 'AzureCloud',
        username: guid('aa', 1),
        tenantId: contoso.tenantId,
        subscriptions: 2,
      },
      {
        kind: 'user',
        cloud: 'AzureUSGovernment',
        username: 'dave@fabrikam.example',
        subscriptions: 4,
      },
      { kind: 'user', cloud: 'AzureStack', username: 'mei@contoso.example', subscriptions: 1 },
    ],
    default: {
      cloud: 'AzureCloud',
      username: alice.username,
      tenantId: production.tenantId,
      subscriptionId: production.subscriptionId,
      displayName: production.displayName,
    },
  },
  secretFiles: (
    ['accessTokens.json', 'msal_token_cache.json', 'service_principal_entries.json'] as const
  ).map((name, index) => ({
    name,
    path: `/home/alice/.azure/${name}`,
    bytes: 14_300 * (index + 1),
    modifiedAt: Date.now() - 900 * 24 * 60 * minute * (1 - index / 3),
    isLink: index === 2,
  })),
});

function large(tenants: number, each: number): AppState {
  const base = signedIn();
  const owners = Array.from({ length: tenants }, (_, index) =>
    tenant(alice, guid('9c', index), `Tenant ${index}`, `tenant${index}.example`),
  );
  return {
    ...base,
    accounts: [alice],
    tenants: owners,
    subscriptions: owners.flatMap((owner, at) =>
      Array.from({ length: each }, (_, index) =>
        subscription(owner, at * each + index, `Workload ${at}-${index}`),
      ),
    ),
    selection: {},
  };
}

function grants(): readonly Grant[] {
  const usual = {
    accountKey: alice.key,
    tenantId: contoso.tenantId,
    forCommand: false,
    createdAt: Date.now(),
    uses: 0,
  };
  return [
    {
      ...usual,
      id: 'g1',
      name: 'Orders API',
      subscriptionId: production.subscriptionId,
      audiences: [
        { kind: 'known', id: 'resource-manager' },
        { kind: 'known', id: 'key-vault' },
        { kind: 'resource', resource: 'api://contoso-orders' },
      ],
      expiresAt: Date.now() + 480 * minute,
      uses: 1_204,
      lastUsedAt: Date.now() - 2 * minute,
    },
    {
      ...usual,
      id: 'g2',
      name: 'terraform',
      audiences: 'any',
      forCommand: true,
      expiresAt: Date.now() + 1_440 * minute,
    },
  ];
}

export const states = {
  starting: () => ({ ...firstRun(), about: { ...firstRun().about, restored: false } }),
  firstRun,
  firstRunMemoryOnly: () => ({
    ...firstRun(),
    vault: { kind: 'memory', reason: 'This desktop has no keyring that Azimuth can use.' },
    lock: { kind: 'open', means: [] },
  }),
  firstRunBrowser: () => ({ ...firstRun(), signIn: browser() }),
  firstRunCode: () => ({ ...firstRun(), signIn: code() }),
  firstRunFailed: () => ({ ...firstRun(), signIn: failed() }),
  signedIn,
  arranged: () => ({
    ...signedIn(),
    accounts: [bob, { ...alice, username: 'alice.ngo.with.a.long.name@contoso.example' }],
    arrangement: {
      labels: {
        [alice.key]: { nickname: 'Day job', colour: 'teal' },
        [bob.key]: { colour: 'orange' },
        [contoso.key]: { nickname: 'Production, hands off', colour: 'red' },
        [fabrikam.key]: { nickname: 'x'.repeat(60), colour: 'purple' },
        [northwind.key]: { nickname: 'Customer in the north' },
      },
      tenantOrder: { [alice.key]: [northwind.key, contoso.key, fabrikam.key] },
      collapsed: [bobHome.key],
      favourites: [production.key],
    },
    activity: activity(),
    token: { kind: 'issued', issued: issued() },
  }),
  contexts: () => ({ ...signedIn(), contexts: contexts() }),
  tenantContext: () => ({
    ...signedIn(),
    selection: {},
    contexts: { ...contexts(), currentId: 'context-3' },
  }),
  linkToProduction: () => ({
    ...signedIn(),
    contexts: contexts(),
    wanted: {
      palette: false,
      link: {
        kind: 'copy-token',
        place: { context: 'contoso-production' },
        audience: { kind: 'known', id: 'graph' },
      },
    },
  }),
  linkRefused: () => ({
    ...signedIn(),
    wanted: { palette: false, link: readLink('azimuth://wipe') },
  }),
  confirmation: () => ({
    ...signedIn(),
    contexts: contexts(),
    confirmations: {
      asked: [
        {
          id: 'confirmation-1',
          contextId: 'context-1',
          surface: 'cli',
          program: 'terraform',
          pid: 4_711,
          audience: { kind: 'known', id: 'resource-manager' },
          at: Date.now() - 2_000,
        },
      ],
      granted: [],
    },
  }),
  endpoint: () => ({
    ...signedIn(),
    endpoint: { kind: 'on', address: 'http://127.0.0.1:40123/msi/token', port: 40_123 },
    settings: { ...defaultSettings, endpointOn: true },
    grants: grants(),
    clipboard: { kind: 'snippet', grantId: 'g1', clearsAt: Date.now() + minute },
  }),
  endpointForContainers: () => ({
    ...signedIn(),
    endpoint: {
      kind: 'on',
      address: 'http://127.0.0.1:40123/msi/token',
      port: 40_123,
      containers: { address: '172.17.0.1', hostName: 'host.docker.internal' },
    },
    settings: { ...defaultSettings, endpointOn: true },
    grants: grants(),
  }),
  endpointFailed: () => ({
    ...signedIn(),
    endpoint: {
      kind: 'failed',
      problem: { kind: 'endpoint', message: 'Port 4321 is in use by another program.' },
    },
    settings: { ...defaultSettings, endpointOn: true, endpointPort: 4_321 },
  }),
  browser: () => ({ ...signedIn(), signIn: browser() }),
  code: () => ({ ...signedIn(), signIn: code() }),
  failed: () => ({ ...signedIn(), signIn: failed() }),
  severalClouds,
  unknownApplication: () => ({ ...severalClouds(), signIn: unknownApplication() }),
  firstRunUnknownApplication: () => ({
    ...firstRun(),
    clouds: severalClouds().clouds,
    signIn: unknownApplication(),
  }),
  personalAlone: () => ({ ...signedIn(), accounts: [mona], tenants: [], subscriptions: [] }),
  personalBeside: () => ({ ...signedIn(), accounts: [alice, mona] }),
  sessionEndsSoon,
  oneAccount: () => ({
    ...signedIn(),
    accounts: [alice],
    tenants: signedIn().tenants.filter(({ accountKey }) => accountKey === alice.key),
    subscriptions: subscriptions.filter(({ accountKey }) => accountKey === alice.key),
    selection: {},
  }),
  discovering: () => ({
    ...signedIn(),
    tenants: [contoso, ...[fabrikam, northwind, tailspin, empty, bobHome].map(loading)],
    subscriptions: subscriptions.filter(({ tenantKey }) => tenantKey === contoso.key),
    discovery: { running: 2, tenantsDone: 1, tenantsTotal: 6 },
  }),
  offline: () => ({
    ...signedIn(),
    accounts: [{ ...alice, session: { kind: 'unreachable', problem: offline } }, bob],
    tenants: signedIn().tenants.map((one) => ({
      ...one,
      status: { kind: 'failed', problem: offline },
    })),
  }),
  defaultLost: () => ({
    ...signedIn(),
    selection: { lost: { displayName: 'Contoso Staging', subscriptionId: guid('dead', 1) } },
  }),
  servicePrincipals: () => ({
    ...signedIn(),
    accounts: [alice, pipeline(12), nightly()],
  }),
  sessionEnded: () => ({
    ...signedIn(),
    vault: { kind: 'memory', reason: 'This desktop has no keyring that Azimuth can use.' },
    accounts: [
      {
        ...alice,
        session: {
          kind: 'ended',
          problem: {
            kind: 'sign-in-again',
            message: 'The password was changed.',
            remedy: { kind: 'sign-in', accountKey: alice.key },
          },
        },
      },
      bob,
    ],
    notices: [
      {
        id: 'n1',
        tone: 'warning',
        message: 'The remembered sign-ins could not be read and were put aside.',
        detail: 'They are in the file vault-2026-01-31.bad; sign in again to go on.',
      },
      { id: 'n2', tone: 'info', message: 'Azimuth was updated to 0.1.0.' },
    ],
  }),
  tokenIssued: () => ({
    ...signedIn(),
    token: { kind: 'issued', issued: issued() },
    clipboard: { kind: 'token', tokenId: 'token-1', clearsAt: Date.now() + 42_000 },
    activity: activity(),
  }),
  tokenNearItsEnd: () => ({
    ...signedIn(),
    token: { kind: 'issued', issued: issued(4 * minute + 12_000) },
  }),
  tokenExpired: () => ({ ...signedIn(), token: { kind: 'issued', issued: issued(-minute) } }),
  tokenFailed: () => ({
    ...signedIn(),
    token: {
      kind: 'failed',
      problem: {
        kind: 'consent',
        message: 'Your organisation has to approve this service first.',
        remedy: { kind: 'contact-admin' },
        code: 'AADSTS65001',
        detail: 'AADSTS65001: The user or administrator has not consented to use the application.',
        correlationId: '3f2c6a0e-9a8f-4f5e-8a63-5a8d9b0f8e11',
      },
    },
  }),
  lockedWithPassphrase: () => locked({ means: ['passphrase'], why: 'start' }),
  lockedAfterWrongTries: () =>
    locked({ means: ['passphrase'], why: 'start', retryAt: Date.now() + 64_000 }),
  lockedWithTouchId: () => locked({ means: ['touch-id', 'passphrase'], why: 'suspend' }),
  lockedWithKeyring: () => locked({ means: ['keyring'], why: 'idle' }),
  passphraseKept: () => ({
    ...signedIn(),
    vault: { kind: 'sealed', keeper: 'passphrase', by: 'your passphrase' },
    lock: { kind: 'open', means: ['passphrase'] },
  }),
  memoryOnly: () => ({
    ...signedIn(),
    vault: { kind: 'memory', reason: 'This system has no keyring.' },
    lock: { kind: 'open', means: [] },
  }),
  wiped: () => ({
    ...firstRun(),
    notices: [
      {
        id: 'wiped',
        tone: 'info',
        message:
          'Everything is signed out. 9 files of Azimuth were removed, and a second look found none left.',
        detail:
          'Your browser may still be signed in to Microsoft, and tokens that were handed out work until they expire. To end those too, choose “Sign out everywhere” at https://myaccount.microsoft.com.',
      },
    ],
  }),
  firstRunFromCli: () => ({ ...firstRun(), azureCli: azureCli() }),
  fromCli: () => ({ ...signedIn(), selection: {}, azureCli: azureCli() }),
  small: () => large(10, 10),
  large: () => large(100, 100),
} as const satisfies Readonly<Record<string, () => AppState>>;

export type StateName = keyof typeof states;

export const stateNames = Object.keys(states) as readonly StateName[];

function loading(one: Tenant): Tenant {
  return { ...one, status: { kind: 'loading' } };
}
