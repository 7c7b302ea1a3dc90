import { expect, test } from 'vitest';
import type { HandOut } from '../../../src/shared/app-state.ts';
import type { Audience } from '../../../src/shared/audience.ts';
import { clouds } from '../../../src/shared/cloud.ts';
import type { Cloud } from '../../../src/shared/cloud.ts';
import type { Context } from '../../../src/shared/context.ts';
import type { TokenTarget } from '../../../src/shared/token-ask.ts';
import { fail, succeed } from '../../../src/shared/problem.ts';
import { resourceTypeAudience } from '../../../src/main/bridge/resource-types.ts';
import { createInterpreter } from '../../../src/main/bridge/interpreter.ts';
import type { Core } from '../../../src/main/core/core.ts';
import { secret } from '../../../src/main/core/secret.ts';
import { cliViews } from '../../../src/main/serve-commands.ts';
import { systemClock } from '../../../src/main/system-clock.ts';
import { account, stateWith, subscription, tenant } from './state.ts';

const ada = account('ada');
const bob = account('bob');
const home = tenant(ada, 'home');
const bobs = tenant(bob, 'elsewhere');
const first = subscription(home, 's-1', 'First');
const signedIn = stateWith({
  accounts: [ada, bob],
  tenants: [home, bobs],
  subscriptions: [first],
  selection: { defaultSubscriptionKey: first.key },
});

interface Handed {
  readonly target: TokenTarget;
  readonly audience: Audience;
  readonly to: Pick<HandOut, 'surface' | 'program'>;
}

/** A core that hands out a fixed token, and remembers what it was asked. */
function recordingCore(): Pick<Core, 'run' | 'handOut' | 'grants'> & { readonly handed: Handed[] } {
  const handed: Handed[] = [];
  return {
    handed,
    run: () => Promise.resolve(fail({ kind: 'unexpected', message: 'not here' })),
    grants: {
      facts: () => fail({ kind: 'unexpected', message: 'not here' }),
      createForCommand: async () => fail({ kind: 'unexpected', message: 'not here' }),
    },
    handOut(target, audience, to) {
      handed.push({ target, audience, to });
      const token = {
        secret: secret('TOKEN'),
        tenantId: 't',
        scopes: [],
        expiresAt: 1_795_357_761_900,
      };
      const issued = {
        id: '1',
        audience,
        accountKey: ada.key,
        username: ada.username,
        tenantId: 't',
        scopes: [],
        issuedAt: 0,
        expiresAt: token.expiresAt,
      };
      return Promise.resolve(succeed({ issued, token }));
    },
  };
}

async function type(
  words: readonly string[],
  core: Pick<Core, 'run' | 'handOut' | 'grants'> = recordingCore(),
  state = signedIn,
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = '';
  let err = '';
  const interpret = createInterpreter({
    store: { state: () => state, subscribe: () => () => true },
    core,
    clock: systemClock,
    views: cliViews,
    hasBrowser: false,
    foundAt: '/profile/run/azimuth.sock',
    reach: async () => undefined,
    copyToken: async () => succeed('Copied.'),
    showPalette: async () => succeed(null),
    end: () => undefined,
    failed: () => undefined,
  });
  const code = await interpret(
    {
      words,
      name: 'azimuth',
      colour: false,
      spent: 0,
      program: 'terraform',
      timeZone: 'Asia/Tokyo',
    },
    {
      ask: async () => '',
      askOpenly: async () => '',
      signal: new AbortController().signal,
      become: () => undefined,
      out: (text) => (out += text),
      err: (text) => (err += text),
    },
  );
  return { code, out, err };
}

test('a token is handed out as the command line, to the program that asked, in its time zone', async () => {
  const core = recordingCore();
  expect(await type(['account', 'get-access-token'], core)).toEqual({
    code: 0,
    err: '',
    out: `{
  "accessToken": "TOKEN",
  "expiresOn": "2026-11-22 23:29:21.000000",
  "expires_on": 1795357761,
  "subscription": "s-1",
  "tenant": "home",
  "tokenType": "Bearer"
}
`,
  });
  expect(core.handed).toEqual([
    {
      target: { kind: 'subscription', subscriptionKey: first.key },
      audience: { kind: 'known', id: 'resource-manager' },
      to: { surface: 'cli', program: 'terraform' },
    },
  ]);
});

test.each([
  ['HOME', { kind: 'tenant', tenantKey: home.key }],
  ['elsewhere.com', { kind: 'tenant', tenantKey: bobs.key }],
  ['Unknown.example', { kind: 'any-tenant', accountKey: ada.key, tenant: 'unknown.example' }],
])('--tenant %s is %j', async (name, target) => {
  const core = recordingCore();
  await type(['account', 'get-access-token', '--tenant', name], core);
  expect(core.handed.map((each) => each.target)).toEqual([target]);
});

const contextOf = (accountKey: string, username: string): Context => ({
  id: 'c',
  name: 'mine',
  accountKey,
  username,
  tenantId: 'home',
  production: false,
  confirm: false,
});

test.each([
  ['home', [{ kind: 'tenant', tenantKey: home.key }], ''],
  ['unknown.example', [{ kind: 'any-tenant', accountKey: ada.key, tenant: 'unknown.example' }], ''],
  [
    'elsewhere',
    [],
    "ERROR: The context 'mine' points to ada@contoso.com, who is not in the tenant 'elsewhere', but bob@contoso.com is. Point to a context of theirs, made with: azimuth context create NAME -t elsewhere -u bob@contoso.com\n",
  ],
])("with a context, --tenant %s is the account's own or nobody's", async (name, targets, said) => {
  const core = recordingCore();
  const contexts = { list: [contextOf(ada.key, ada.username)], currentId: 'c' };
  const words = ['account', 'get-access-token', '--tenant', name];
  const { err } = await type(words, core, { ...signedIn, contexts });
  expect([core.handed.map(({ target }) => target), err]).toEqual([targets, said]);
});

test('with a context of who has signed out, --tenant is not for somebody else', async () => {
  const core = recordingCore();
  const contexts = { list: [contextOf('gone', 'eve@contoso.com')], currentId: 'c' };
  const words = ['account', 'get-access-token', '--tenant', 'home'];
  const { err } = await type(words, core, { ...signedIn, contexts });
  expect([core.handed, err]).toEqual([
    [],
    "ERROR: The context 'mine' points to eve@contoso.com, who is not signed in. Run: az login --username eve@contoso.com\n",
  ]);
});

test('a failure inside is one line and no stack', async () => {
  const broken = { ...recordingCore(), handOut: () => Promise.reject(new Error('secret detail')) };
  expect(await type(['account', 'get-access-token'], broken)).toEqual({
    code: 1,
    out: '',
    err: 'ERROR: Something went wrong inside Azimuth. The log has the details.\n',
  });
});

test.each([
  [[]],
  [['account']],
  [['account', 'tenant']],
  [['account', 'show', '-h']],
  [['login', '--tenant', 'x', '--help']],
])('help for %j', async (words) => {
  const { code, out, err } = await type(words);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^Usage: azimuth /);
  expect(out).toMatch(/\n$/);
});

test('a default that vanished is no default', async () => {
  const state = stateWith({ accounts: [ada], subscriptions: [first] });
  expect(await type(['account', 'show'], undefined, state)).toEqual({
    code: 1,
    out: '',
    err: "ERROR: No subscription found. Run 'az account set' to select a subscription.\n",
  });
});

test('several accounts and no default: logout asks which one', async () => {
  const state = stateWith({ accounts: [ada, bob] });
  expect((await type(['logout'], undefined, state)).err).toBe(
    'ERROR: Several accounts are signed in. Say which one with --username, or all with --all.\n',
  );
});

test('resource types are those of the cloud', () => {
  const named = (name: string): Cloud => clouds.find((cloud) => cloud.name === name) as Cloud;
  expect([
    resourceTypeAudience('oss-rdbms', named('AzureCloud')),
    resourceTypeAudience('batch', named('AzureChinaCloud')),
    resourceTypeAudience('data-lake', named('AzureUSGovernment')),
    resourceTypeAudience('media', { ...named('AzureCloud'), name: 'Stack' }),
  ]).toEqual([
    { kind: 'known', id: 'oss-databases' },
    { kind: 'resource', resource: 'https://batch.chinacloudapi.cn/' },
    undefined,
    { kind: 'resource', resource: 'https://rest.media.azure.net' },
  ]);
});
