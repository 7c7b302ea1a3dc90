import { describe, expect, test } from 'vitest';
import type { Caller, EndpointAsk } from '../../../src/main/core/serve-sdks.ts';
import type { AppState } from '../../../src/shared/app-state.ts';
import type { NewGrant } from '../../../src/shared/grant-input.ts';
import { freeName } from '../../../src/shared/grant.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { fail, succeed } from '../../../src/shared/problem.ts';
import {
  alice,
  aliceSignedIn,
  production,
  storeWith,
  subscriptionOf,
  tenantOf,
} from './examples.ts';
import { byKeyring, createFakeGuardians } from './fake-guardians.ts';
import { aProblem, settle, startOfTime, tokenFor } from './fakes.ts';
import { createProduct } from './product.ts';

const keyVault = 'https://vault.azure.net';
const red = tenantOf(alice, 'red');
const r1 = subscriptionOf(alice, 'red', 'r1').key;

const build: NewGrant = {
  name: 'Build',
  target: { kind: 'tenant', tenantKey: red.key },
  audiences: [{ kind: 'known', id: 'key-vault' }],
  minutes: 10,
};

function product(slices: Partial<AppState> = {}) {
  const whole = createProduct({
    store: storeWith({ vault: byKeyring, ...aliceSignedIn, ...slices }),
    guardians: createFakeGuardians(byKeyring),
  });
  const { listener, run } = whole;
  /** What a program with this header secret gets. */
  const ask = async (header: string, resource = keyVault, more: Partial<EndpointAsk> = {}) => {
    const identified = listener.service?.identify(header);
    if (identified?.kind !== 'grant') return identified?.kind ?? 'nobody listens';
    const minted = await listener.service?.issue(identified.grant, {
      resource,
      isRefused: () => false,
      caller: Promise.resolve({}),
      isThere: () => true,
      ...more,
    });
    if (minted === undefined) return 'nobody listens';
    return minted.ok ? minted.value.token.secret.reveal() : minted.problem;
  };
  const granted = async (grant: Partial<NewGrant> = {}): Promise<string> => {
    const created = await run('create-grant', {
      ...build,
      name: freeName(whole.state().grants, build.name),
      ...grant,
    });
    return created.ok ? created.value.grantId : created.problem.message;
  };
  return { ...whole, ask, granted };
}

describe('the switch', () => {
  test('opens the endpoint where the settings say, remembers it, and closes it', async () => {
    const { run, state, listener, saved } = product();
    await run('switch-endpoint', { on: true, port: 4_321 });
    const open = state().endpoint;
    await run('switch-endpoint', { on: false });

    expect([open, state().endpoint, listener.deeds, saved]).toEqual([
      { kind: 'on', address: 'http://127.0.0.1:4321/msi/token', port: 4_321 },
      { kind: 'off' },
      ['listen 4321', 'close 4321'],
      [
        { ...defaultSettings, endpointOn: true, endpointPort: 4_321 },
        { ...defaultSettings, endpointOn: false, endpointPort: 4_321 },
      ],
    ]);
  });

  test('a port that can not be had is a failure that the state shows, until another one is tried', async () => {
    const { run, state, listener } = product();
    const problem = aProblem('endpoint');
    listener.refuse = problem;
    const failed = await run('switch-endpoint', { on: true, port: 4_321 });
    const shown = state().endpoint;
    listener.refuse = undefined;
    await run('switch-endpoint', { on: true, port: 4_322 });

    expect([failed, shown, state().endpoint.kind]).toEqual([
      fail(problem),
      { kind: 'failed', problem },
      'on',
    ]);
  });

  test('is as it was left at the next start, and nothing listens after the end', async () => {
    const { core, state, listener } = product({
      settings: { ...defaultSettings, endpointOn: true, endpointPort: 4_321 },
    });
    await core.start();
    await settle();
    const started = state().endpoint.kind;
    await core.stop();

    expect([started, listener.deeds]).toEqual(['on', ['listen 4321', 'close 4321']]);
  });
});

describe('containers', () => {
  const door = { address: '172.17.0.1', hostName: 'host.docker.internal' };

  test('are let in beside the programs here, with the endpoint move and with it are shut out', async () => {
    const { run, listener, state, saved } = product();
    await run('switch-endpoint', { on: true, port: 4_321 });
    await run('open-to-containers', { door, warned: true });
    await run('switch-endpoint', { on: true, port: 4_322 });
    const moved = state().endpoint;
    await run('switch-endpoint', { on: false });
    await run('switch-endpoint', { on: true });

    expect([moved, state().endpoint, listener.deeds]).toEqual([
      {
        kind: 'on',
        address: 'http://127.0.0.1:4322/msi/token',
        port: 4_322,
        containers: door,
      },
      { kind: 'on', address: 'http://127.0.0.1:4322/msi/token', port: 4_322 },
      [
        'listen 4321',
        'listen 172.17.0.1:4321',
        'answer at 172.17.0.1:4321 to host.docker.internal',
        'close 4321',
        'close 172.17.0.1:4321',
        'listen 4322',
        'listen 172.17.0.1:4322',
        'answer at 172.17.0.1:4322 to host.docker.internal',
        'close 4322',
        'close 172.17.0.1:4322',
        'listen 4322',
      ],
    ]);
    expect(JSON.stringify(saved)).not.toContain('172.17');
  });

  test('find nobody where only a command of azimuth run is waited for', async () => {
    const { core, run, listener } = product();
    await core.grants.createForCommand(build);

    expect([await run('open-to-containers', { door, warned: true }), listener.deeds]).toEqual([
      fail({ kind: 'endpoint', message: 'The SDK endpoint is off. Switch it on first.' }),
      ['listen 40001'],
    ]);
  });

  test('get variables with the address that means this computer to them', async () => {
    const { run, granted, clipboard } = product();
    await run('switch-endpoint', { on: true });
    await run('open-to-containers', { door, warned: true });
    const grantId = await granted();
    await run('copy-grant-snippet', { grantId, form: 'compose' });
    const compose = clipboard.text;
    await run('copy-grant-snippet', { grantId, form: 'bash' });

    expect(compose).toContain(
      'extra_hosts:\n  - "host.docker.internal:172.17.0.1"\nenvironment:\n  IDENTITY_ENDPOINT: "http://host.docker.internal:40001/msi/token"\n',
    );
    expect(clipboard.text).toContain("export IDENTITY_ENDPOINT='http://127.0.0.1:40001/msi/token'");
  });
});

describe('a grant', () => {
  test('gets its programs tokens of its tenant, each of which is one line in the activity', async () => {
    const { run, ask, granted, identity, state } = product();
    await run('switch-endpoint', { on: true });
    const id = await granted();
    const caller = Promise.resolve({ program: 'python3', pid: 42 });
    const token = await ask('key-1', `${keyVault}/`, { caller });

    expect([token, identity.asks, state().grants, state().activity]).toEqual([
      'token-1',
      [{ account: alice, tenantId: 'red', scopes: [`${keyVault}/.default`] }],
      [
        {
          id,
          name: 'Build',
          accountKey: alice.key,
          tenantId: 'red',
          audiences: build.audiences,
          forCommand: false,
          createdAt: startOfTime,
          expiresAt: startOfTime + 600_000,
          uses: 1,
          lastUsedAt: startOfTime,
        },
      ],
      [
        expect.objectContaining({
          surface: 'sdk-endpoint',
          act: 'issued',
          grant: 'Build',
          program: 'python3',
          pid: 42,
        }),
      ],
    ]);
  });

  test('stays with the subscription that was the default when it was made', async () => {
    const { run, ask, granted, identity, state } = product({
      selection: { defaultSubscriptionKey: r1 },
    });
    await run('switch-endpoint', { on: true });
    await granted({ target: { kind: 'default' } });
    await run('choose-default', { subscriptionKey: subscriptionOf(alice, 'blue', 'b1').key });
    await ask('key-1');

    expect([identity.asks[0]?.tenantId, state().grants[0]?.subscriptionId]).toEqual(['red', 'r1']);
  });

  test('for a production context waits until a person agrees, and names the context in the activity', async () => {
    const { run, ask, granted, state, store } = product();
    store.apply({ kind: 'context-put', context: production });
    await run('switch-endpoint', { on: true });
    await granted({ target: { kind: 'context', contextId: production.id } });
    const caller = Promise.resolve({ program: 'python3', pid: 42 });
    const asking = ask('key-1', keyVault, { caller });
    await settle();
    const [question] = state().confirmations.asked;
    await run('answer-confirmation', { confirmationId: question?.id ?? '', allow: true });

    expect([question, await asking, state().activity]).toEqual([
      expect.objectContaining({
        contextId: production.id,
        grant: 'Build',
        program: 'python3',
        pid: 42,
      }),
      expect.stringContaining('token'),
      [expect.objectContaining({ context: 'prod', grant: 'Build', program: 'python3' })],
    ]);
  });

  test('covers Resource Manager under both of its addresses, and nothing else', async () => {
    const { run, ask, granted } = product();
    await run('switch-endpoint', { on: true });
    await granted({ audiences: [{ kind: 'known', id: 'resource-manager' }] });
    const answers = [
      await ask('key-1', 'https://management.azure.com'),
      await ask('key-1', 'https://management.core.windows.net/'),
      await ask('key-1', 'https://graph.microsoft.com'),
    ];

    expect(answers).toEqual([
      'token-1',
      'token-2',
      expect.objectContaining({
        kind: 'forbidden',
        message: expect.stringContaining('--audience https://graph.microsoft.com') as string,
      }),
    ]);
  });

  test('that says any covers what is asked for, word for word', async () => {
    const { run, ask, granted, identity } = product();
    await run('switch-endpoint', { on: true });
    await granted({ audiences: 'any' });
    await ask('key-1', 'api://orders');

    expect(identity.asks[0]?.scopes).toEqual(['api://orders/.default']);
  });

  test('opens nothing once it is revoked, expired, or its account is signed out', async () => {
    const { run, ask, granted, clock, state } = product();
    await run('switch-endpoint', { on: true });
    const id = await granted();
    await granted({ minutes: 20 });
    await granted({ minutes: 20 });
    await run('revoke-grant', { grantId: id });
    const revoked = await ask('key-1');
    clock.advance(20 * 60_000 - 1);
    const before = await ask('key-2');
    clock.advance(1);
    const expired = await ask('key-2');
    await granted();
    await run('sign-out', { accountKey: alice.key });

    expect([
      revoked,
      await ask('key-1'),
      before,
      expired,
      await ask('key-4'),
      await ask('key-9'),
      state().grants,
    ]).toEqual(['revoked', 'expired', 'token-1', 'expired', 'signed-out', 'unknown', []]);
  });

  test('that is revoked while Entra ID is asked gets nothing, and leaves no line', async () => {
    const { run, ask, granted, identity, state } = product();
    await run('switch-endpoint', { on: true });
    const id = await granted();
    identity.issue = async (asked) => {
      await run('revoke-grant', { grantId: id });
      return succeed(tokenFor(asked, { now: () => startOfTime, after: () => () => {} }, 'late'));
    };

    expect([await ask('key-1'), state().activity]).toEqual([
      expect.objectContaining({ kind: 'forbidden' }),
      [],
    ]);
  });

  test('whose program has gone meanwhile gets nothing, and leaves no line and no use', async () => {
    const { run, ask, granted, state } = product();
    await run('switch-endpoint', { on: true });
    await granted();
    const answer = await ask('key-1', keyVault, { isThere: () => false });

    expect([answer, state().activity, state().grants[0]?.uses]).toEqual([
      expect.objectContaining({ kind: 'expired' }),
      [],
      0,
    ]);
  });

  test('gets nothing either where the app is locked while the program is looked for', async () => {
    const { run, ask, granted, state } = product();
    await run('switch-endpoint', { on: true });
    await granted();
    const found = Promise.withResolvers<Caller>();
    const asking = ask('key-1', keyVault, { caller: found.promise });
    await settle();
    await run('lock', {});
    found.resolve({});

    expect([await asking, state().activity]).toEqual([
      expect.objectContaining({ kind: 'locked' }),
      [],
    ]);
  });

  test('has a name of its own while it stands, and can be named by its id', async () => {
    const { run, granted, state } = product();
    const id = await granted({ name: 'Orders API' });
    const asked = { ...build, name: ' orders api ' };
    const message = 'There is a grant “orders api” already. Choose another name.';
    const refused = await run('create-grant', asked);
    const confusing = await run('create-grant', { ...build, name: id });
    await run('revoke-grant', { grantId: id });
    const again = await run('create-grant', asked);

    expect([refused, confusing.ok, again.ok, state().grants.map(({ name }) => name)]).toEqual([
      fail({ kind: 'invalid-input', message, field: 'name' }),
      false,
      true,
      ['orders api'],
    ]);
  });

  test('ends when it is told to, sooner or later than it was to at first', async () => {
    const { run, ask, granted, clock, state } = product();
    await run('switch-endpoint', { on: true });
    const grantId = await granted({ minutes: 10 });
    clock.advance(5 * 60_000);
    await run('change-grant', { grantId, minutes: 60 });
    clock.advance(59 * 60_000);
    const later = [await ask('key-1'), state().grants[0]?.expiresAt];
    await run('change-grant', { grantId, minutes: 10 });
    await run('change-grant', { grantId, minutes: 1 });
    clock.advance(60_000);

    expect([later, await ask('key-1'), state().grants]).toEqual([
      ['token-1', startOfTime + 65 * 60_000],
      'expired',
      [],
    ]);
    expect(await run('change-grant', { grantId, minutes: 60 })).toEqual(
      fail({ kind: 'expired', message: 'This grant is over. Make a new one.' }),
    );
  });

  test('gets another token than the one that was refused, and none that is about to end', async () => {
    const { run, ask, granted, identity, clock } = product();
    await run('switch-endpoint', { on: true });
    await granted({ minutes: 600 });
    const refused = await ask('key-1', keyVault, {
      isRefused: (token) => token.reveal() === 'token-1',
    });
    identity.issue = (asked) =>
      succeed({ ...tokenFor(asked, clock, 'short'), expiresAt: clock.now() + 59_999 });
    const short = await ask('key-1');

    expect([refused, short, identity.asks.map(({ fresh }) => fresh)]).toEqual([
      'token-2',
      expect.objectContaining({ kind: 'clock-skew' }),
      [undefined, true, undefined, true],
    ]);
  });

  test('is not given and gets nothing while the app is locked, but can be revoked', async () => {
    const { run, ask, granted, state } = product({
      settings: { ...defaultSettings, endpointOn: true },
    });
    await run('switch-endpoint', { on: true });
    const id = await granted();
    await run('lock', {});
    const answers = [await ask('key-1'), await granted()];
    await run('revoke-grant', { grantId: id });

    expect([answers, state().grants]).toEqual([
      [expect.objectContaining({ kind: 'locked' }), 'Azimuth is locked. Unlock it first.'],
      [],
    ]);
  });

  test('for a command opens the endpoint, which closes when the grant ends', async () => {
    const { core, run, listener, state } = product();
    const created = await core.grants.createForCommand(build);
    const open = state().endpoint.kind;
    const grantId = created.ok ? created.value.id : '';
    await run('revoke-grant', { grantId });
    await settle();

    expect([open, state().endpoint, listener.deeds]).toEqual([
      'on',
      { kind: 'off' },
      ['listen 40001', 'close 40001'],
    ]);
  });

  test('for a command is not left behind where the endpoint can not be opened', async () => {
    const { core, listener, state } = product();
    listener.refuse = aProblem('endpoint');

    expect([await core.grants.createForCommand(build), state().grants]).toEqual([
      fail(aProblem('endpoint')),
      [],
    ]);
  });

  test('shows its secret only on the clipboard, which lets go of it like of a token', async () => {
    const { run, granted, clipboard, clock, state } = product();
    await run('switch-endpoint', { on: true });
    const grantId = await granted();
    await run('copy-grant-snippet', { grantId, form: 'docker' });
    const copied = clipboard.text;
    const held = state().clipboard;
    clock.advance(60_000);
    await settle();

    expect([copied, held, clipboard.text]).toEqual([
      'IDENTITY_ENDPOINT=http://127.0.0.1:40001/msi/token\nIDENTITY_HEADER=key-1\nAZURE_TOKEN_CREDENTIALS=ManagedIdentityCredential\nAZURE_TENANT_ID=red\nARM_TENANT_ID=red\n',
      { kind: 'snippet', grantId, clearsAt: startOfTime + 60_000 },
      '',
    ]);
    expect(JSON.stringify(state())).not.toContain('key-1');
  });

  test('is one of 50 at most', async () => {
    const { granted, state } = product();
    for (let count = 0; count < 51; count += 1) await granted();

    expect([state().grants.length, await granted()]).toEqual([
      50,
      'There are 50 grants already. Revoke one that is no longer needed.',
    ]);
  });

  test('of a service principal is for no other client id', async () => {
    const robot = { ...alice, kind: 'service-principal', username: 'robot-id' } as const;
    const { run, ask, granted } = product({ accounts: [robot] });
    await run('switch-endpoint', { on: true });
    await granted();

    expect([
      await ask('key-1', keyVault, { clientId: 'ROBOT-ID' }),
      await ask('key-1', keyVault, { clientId: 'other' }),
    ]).toEqual(['token-1', expect.objectContaining({ kind: 'invalid-input' })]);
  });
});
