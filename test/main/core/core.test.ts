import { describe, expect, test } from 'vitest';
import type { VaultDocument } from '../../../src/shared/secret-places.ts';
import type { AppState } from '../../../src/shared/app-state.ts';
import { nothingUsed } from '../../../src/shared/usage.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import type { Audience } from '../../../src/shared/audience.ts';
import { fail, succeed } from '../../../src/shared/problem.ts';
import {
  alice,
  aliceSignedIn,
  bob,
  bothSignedIn,
  handOutNamed,
  stateWith,
  storeWith,
  subscriptionOf,
  tenantOf,
  userNamed,
} from './examples.ts';
import type { Reach } from './fakes.ts';
import { createProduct } from './product.ts';
import { aProblem, createFakeVault, foundTenant, settle, startOfTime, tokenFor } from './fakes.ts';

const graph: Audience = { kind: 'known', id: 'graph' };
const red = tenantOf(alice, 'red').key;
const r1 = subscriptionOf(alice, 'red', 'r1').key;
const hour = 3_600_000;

const product = (
  slices: Partial<AppState> = {},
  contents: Partial<Record<VaultDocument, unknown>> = {},
) => createProduct({ store: storeWith(slices), vault: createFakeVault(contents) });

const rememberedAlice = {
  accounts: { version: 1, accounts: [alice], defaultSubscriptionKey: r1 },
  directory: {
    version: 1,
    tenants: aliceSignedIn.tenants,
    subscriptions: aliceSignedIn.subscriptions,
    finishedAt: 42,
  },
};

const reach: Reach = { red: ['r1', 'r2'], blue: ['b1'] };

describe('at start', () => {
  const minutes = 60_000;
  const settled = 1_500;

  test('what was remembered is shown at once, and brought up to date once the start has settled', async () => {
    const { core, clock, directory, state } = product({}, rememberedAlice);
    await core.start();
    const atOnce = [state(), directory.tenantsAsked.length];
    clock.advance(settled);

    expect([atOnce, directory.tenantsAsked.length]).toEqual([
      [
        stateWith({
          ...aliceSignedIn,
          selection: { defaultSubscriptionKey: r1 },
          discovery: { running: 0, tenantsDone: 0, tenantsTotal: 0, finishedAt: 42 },
        }),
        0,
      ],
      1,
    ]);
  });

  test('without a connection the remembered list stays, and the account is not signed out', async () => {
    const { core, clock, directory, state } = product({}, rememberedAlice);
    await core.start();
    clock.advance(settled);
    const problem = aProblem('offline');
    directory.tenantsAsked[0]?.answer(fail(problem));
    await settle();

    expect(state()).toEqual(
      stateWith({
        ...aliceSignedIn,
        accounts: [{ ...alice, session: { kind: 'unreachable', problem } }],
        selection: { defaultSubscriptionKey: r1 },
        discovery: { running: 0, tenantsDone: 0, tenantsTotal: 0, finishedAt: 42 },
      }),
    );
  });

  test.each([
    ['is fresh', -5 * minutes, 10 * minutes],
    ['is old', -60 * minutes, settled],
    ['comes from a clock that was ahead', 60 * minutes, 15 * minutes],
  ])('a list that %s is read again in its time', async (_age, finished, wait) => {
    const { core, clock, directory } = product(
      {},
      {
        ...rememberedAlice,
        directory: { ...rememberedAlice.directory, finishedAt: startOfTime + finished },
      },
    );
    await core.start();
    clock.advance(wait - 1);
    const early = directory.tenantsAsked.length;
    clock.advance(1);

    expect([early, directory.tenantsAsked.length]).toEqual([0, 1]);
  });

  test('and every quarter of an hour from then on, also when it could not be had, until the end', async () => {
    const { core, clock, directory } = product({}, rememberedAlice);
    await core.start();
    clock.advance(settled);
    for (let time = 0; time < 3; time += 1) {
      directory.tenantsAsked[time]?.answer(fail(aProblem('offline')));
      await settle();
      clock.advance(15 * minutes);
    }
    await core.stop();
    directory.tenantsAsked[3]?.answer(fail(aProblem('offline')));
    await settle();
    clock.advance(5 * hour);

    expect([directory.tenantsAsked.length, clock.waiting()]).toEqual([4, 0]);
  });

  test('a tenant that fails for good for want of a network is all that is tried again meanwhile', async () => {
    const { core, clock, directory, state } = product({}, rememberedAlice);
    await core.start();
    clock.advance(settled);
    directory.answerFrom({ red: aProblem('offline'), blue: ['b1'] });
    await settle();
    const begun = directory.subscriptionsAsked.length;
    for (let look = 0; look < 60; look += 1) {
      clock.advance(5_000);
      await settle();
    }
    const again = directory.subscriptionsAsked.slice(begun).map(({ tenantId }) => tenantId);

    expect([directory.tenantsAsked.length, again]).toEqual([1, ['red', 'red', 'red', 'red']]);
    expect(state().tenants.map(({ status }) => status.kind)).toEqual(['failed', 'ready']);
  });

  test('after a sleep a copied token is let go if its time is over, and an old list is read again', async () => {
    const { core, run, clock, guardians, clipboard, directory } = product({}, rememberedAlice);
    await core.start();
    clock.advance(settled);
    directory.answerFrom(reach);
    await settle();
    const issued = await run('issue-token', {
      target: { kind: 'subscription', subscriptionKey: r1 },
      audience: graph,
    });
    await run('copy-token', { tokenId: issued.ok ? issued.value.id : '' });
    const seen = [];
    for (const nap of [30_000, 8 * hour]) {
      clock.sleep(nap);
      guardians.comeBack();
      await settle();
      clock.advance(settled);
      seen.push([clipboard.text, directory.tenantsAsked.length]);
    }

    expect(seen).toEqual([
      ['token-1', 1],
      ['', 2],
    ]);
  });

  test('with nobody signed in it does nothing but wait', async () => {
    const { core, clock, state } = product();
    await core.start();
    clock.advance(settled);
    await settle();
    const before = state();
    clock.advance(15 * minutes - 1);

    // For the list to grow old, and for the network to go.
    expect([state(), clock.waiting()]).toEqual([before, 2]);
  });
});

describe('signing in', () => {
  test('is remembered before it is answered, and discovered after', async () => {
    const { run, identity, directory, vault, state } = product();
    directory.answerFrom(reach);
    const answer = run('sign-in', { method: 'interactive' });
    await settle();
    identity.signIns[0]?.answer(succeed(userNamed('alice')));

    expect(await answer).toEqual(succeed({ accountKey: alice.key }));
    expect(JSON.parse(vault.contents.get('accounts') ?? '')).toEqual({
      version: 1,
      accounts: [alice],
    });
    await settle();
    expect(state()).toMatchObject({ ...aliceSignedIn, signIn: { kind: 'idle' } });
  });

  test('to a tenant that refused begins its discovery anew, though one is under way', async () => {
    const { run, identity, directory, state } = product(aliceSignedIn);
    const refresh = run('refresh', {});
    await settle();
    directory.tenantsAsked[0]?.answer(succeed([foundTenant('red'), foundTenant('blue')]));
    await settle();
    directory.subscriptionsAsked[0]?.answer(fail(aProblem('step-up')));
    await settle();
    const signIn = run('sign-in', {
      method: 'interactive',
      tenant: 'red',
      accountKey: alice.key,
    });
    await settle();
    identity.signIns[0]?.answer(succeed(userNamed('alice')));
    await signIn;
    directory.answerFrom({ red: ['r1'], blue: ['b1'] });
    await refresh;
    await settle();

    expect(state().tenants).toEqual([tenantOf(alice, 'red'), tenantOf(alice, 'blue')]);
  });

  test('can be cancelled', async () => {
    const { run, state } = product();
    const answer = run('sign-in', { method: 'interactive' });
    await settle();
    await run('cancel-sign-in', {});

    expect([await answer, state().signIn]).toMatchObject([
      { ok: false, problem: { kind: 'cancelled' } },
      { kind: 'idle' },
    ]);
  });
});

describe('signing out', () => {
  test('forgets the account here: its list, its tokens, its session, on disk too', async () => {
    const { run, identity, vault, clipboard, state } = product({
      ...bothSignedIn,
      selection: { defaultSubscriptionKey: r1 },
    });
    await run('issue-token', { target: { kind: 'tenant', tenantKey: red }, audience: graph });
    await run('copy-token', { tokenId: 'id-1' });
    const answer = await run('sign-out', { accountKey: alice.key });

    expect(answer).toEqual(succeed(null));
    expect(state()).toEqual(
      stateWith({
        accounts: [bob],
        tenants: [tenantOf(bob, 'red')],
        subscriptions: [subscriptionOf(bob, 'red', 'r1')],
        usage: { ...nothingUsed, audiences: { graph: { lastAt: startOfTime, weight: 1 } } },
        activity: state().activity,
      }),
    );
    expect([
      identity.forgotten,
      clipboard.text,
      await run('copy-token', { tokenId: 'id-1' }),
    ]).toEqual([[alice.homeAccountId], '', fail(expect.objectContaining({ kind: 'expired' }))]);
    expect(JSON.parse(vault.contents.get('accounts') ?? '')).toEqual({
      version: 1,
      accounts: [bob],
    });
    expect(vault.contents.get('directory')).not.toContain(alice.key);
  });

  test('ignores what its discovery finds afterwards', async () => {
    const { run, directory, state } = product(aliceSignedIn);
    const refresh = run('refresh', {});
    await settle();
    await run('sign-out', { accountKey: alice.key });
    directory.answerFrom(reach);
    await refresh;

    expect(directory.tenantsAsked.map(({ signal }) => signal.aborted)).toEqual([true]);
    expect(state()).toEqual(stateWith({ discovery: state().discovery }));
    expect(state().discovery.running).toBe(0);
  });

  test('of everybody leaves nobody', async () => {
    const { run, identity, state } = product(bothSignedIn);
    await run('sign-out-all', {});

    expect([identity.forgotten, state()]).toEqual([
      [alice.homeAccountId, bob.homeAccountId],
      stateWith(),
    ]);
  });

  test('of somebody unknown is no error and forgets nobody', async () => {
    const { run, identity } = product(aliceSignedIn);

    expect([await run('sign-out', { accountKey: 'nobody' }), identity.forgotten]).toEqual([
      succeed(null),
      [],
    ]);
  });
});

describe('refreshing', () => {
  test.each([
    ['one tenant', { tenantKey: red }, [0, 1]],
    ['one account', { accountKey: bob.key }, [1, 2]],
    ['everything', {}, [2, 4]],
  ] as const)('%s asks for no more than that', async (_what, input, [tenants, subscriptions]) => {
    const { run, directory } = product(bothSignedIn);
    directory.answerFrom(reach);
    await run('refresh', input);

    expect([directory.tenantsAsked.length, directory.subscriptionsAsked.length]).toEqual([
      tenants,
      subscriptions,
    ]);
  });
});

describe('the default', () => {
  test('is chosen from the list', async () => {
    const { run, state } = product(aliceSignedIn);

    expect([await run('choose-default', { subscriptionKey: r1 }), state().selection]).toEqual([
      succeed(null),
      { defaultSubscriptionKey: r1 },
    ]);
  });

  test('can not be one that is gone', async () => {
    const { run, state } = product(aliceSignedIn);

    expect([await run('choose-default', { subscriptionKey: 'gone' }), state().selection]).toEqual([
      fail({
        kind: 'unknown-subscription',
        message: 'This subscription is no longer in the list. Refresh the list and choose again.',
        remedy: { kind: 'refresh' },
      }),
      {},
    ]);
  });
});

describe('what a person did is on disk when it is answered, without half a second more:', () => {
  const place = { accountKey: alice.key, tenantId: 'red', subscriptionId: 'r1' };
  const dev = { ...place, name: 'dev', colour: 'blue', production: false, confirm: false } as const;

  test.each([
    ['a default', 'choose-default', { subscriptionKey: r1 }, ['accounts']],
    ['a context', 'create-context', dev, ['contexts']],
    ['a nickname', 'label-account', { accountKey: alice.key, nickname: 'Me' }, ['arrangement']],
    ['an order', 'order-accounts', { accountKeys: [bob.key, alice.key] }, ['accounts']],
    ['a favourite', 'set-favourite', { subscriptionKey: r1, favourite: true }, ['arrangement']],
  ] as const)('%s', async (_what, name, input, documents) => {
    const { core, vault } = product(bothSignedIn);
    const answer = await core.run(name, input, 'window');

    expect([answer.ok, vault.writes]).toEqual([true, documents]);
  });

  test('a sign-out', async () => {
    const { run, vault } = product(bothSignedIn);
    await run('sign-out', { accountKey: alice.key });

    expect(JSON.parse(vault.contents.get('accounts') ?? '')).toMatchObject({ accounts: [bob] });
  });
});

describe('a token', () => {
  const issueToken = {
    target: { kind: 'tenant', tenantKey: red },
    audience: graph,
  } as const;
  const handedOut = {
    at: startOfTime,
    surface: 'window',
    audience: graph,
    username: alice.username,
    accountKey: alice.key,
    tenantId: 'red',
    expiresAt: startOfTime + hour,
  };

  test('is copied, revealed and read by its handle; each hand-out is one line', async () => {
    const { run, identity, clock, clipboard, state } = product(aliceSignedIn);
    const jwt = `eyJhbGciOiJub25lIn0.${Buffer.from('{"aud":"graph","tid":"red"}').toString('base64url')}.`;
    identity.issue = (ask) => succeed(tokenFor(ask, clock, jwt));
    const issued = await run('issue-token', issueToken);
    const copied = await run('copy-token', { tokenId: 'id-1' });
    const revealed = await run('reveal-token', { tokenId: 'id-1' });
    const claims = await run('read-claims', { tokenId: 'id-1' });

    expect(issued).toMatchObject({ ok: true, value: { id: 'id-1', audience: graph } });
    expect([copied, revealed, claims, clipboard.text]).toEqual([
      succeed(null),
      succeed(jwt),
      succeed({ aud: 'graph', tid: 'red' }),
      jwt,
    ]);
    expect(state().activity).toEqual([
      { ...handedOut, id: 'id-3', act: 'revealed' },
      { ...handedOut, id: 'id-2', act: 'copied' },
    ]);
  });

  test('that is no JWT has no claims to show', async () => {
    const { run } = product(aliceSignedIn);
    await run('issue-token', issueToken);

    expect(await run('read-claims', { tokenId: 'id-1' })).toEqual(succeed({}));
  });

  test('never stands in the state, in the log or in the vault', async () => {
    const { run, clock, identity, vault, log, state } = product(aliceSignedIn);
    identity.issue = (ask) => succeed(tokenFor(ask, clock, 'very-secret'));
    await run('issue-token', issueToken);
    await run('copy-token', { tokenId: 'id-1' });
    await run('reveal-token', { tokenId: 'id-1' });
    clock.advance(500);
    await settle();

    expect(JSON.stringify([state(), log.lines, [...vault.contents]])).not.toContain('very-secret');
  });

  test('that expired can not be copied, revealed or read', async () => {
    const { run, clock, clipboard, state } = product(aliceSignedIn);
    await run('issue-token', issueToken);
    clock.advance(hour);
    const answers = [
      await run('copy-token', { tokenId: 'id-1' }),
      await run('reveal-token', { tokenId: 'id-1' }),
      await run('read-claims', { tokenId: 'id-1' }),
    ];

    expect(answers.map((answer) => !answer.ok && answer.problem.kind)).toEqual([
      'expired',
      'expired',
      'expired',
    ]);
    expect([clipboard.deeds, state().activity]).toEqual([[], []]);
  });

  test('for a program is minted and recorded with its name', async () => {
    const { core, state } = product(aliceSignedIn);
    const to = { surface: 'cli', program: 'terraform' } as const;
    const minted = await core.handOut({ kind: 'tenant', tenantKey: red }, graph, to);

    expect(minted.ok && minted.value.token.secret.reveal()).toBe('token-1');
    expect(state().activity).toEqual([{ ...handedOut, ...to, id: 'id-2', act: 'issued' }]);
  });

  test('for a program that has gone meanwhile is not handed out, and no line', async () => {
    const { core, state } = product(aliceSignedIn);
    const to = { surface: 'cli' } as const;
    const target = { kind: 'tenant', tenantKey: red } as const;
    const answer = await core.handOut(target, graph, to, 0, () => false);

    expect([answer.ok, state().activity]).toEqual([false, []]);
  });

  test('for a program is not handed out in its last minute, and no line', async () => {
    const { core, clock, identity, state } = product(aliceSignedIn);
    identity.issue = (ask) =>
      succeed({ ...tokenFor(ask, clock, 'short'), expiresAt: clock.now() + 59_999 });
    const target = { kind: 'tenant', tenantKey: red } as const;
    const answer = await core.handOut(target, graph, { surface: 'cli' });

    expect(answer).toEqual(fail(expect.objectContaining({ kind: 'clock-skew' })));
    expect(state().activity).toEqual([]);
  });

  test('that a program was refused is no line', async () => {
    const { core, state } = product({ activity: [handOutNamed('old')] });
    const answer = await core.handOut({ kind: 'default' }, graph, { surface: 'sdk-endpoint' });

    expect([answer.ok, state().activity]).toEqual([false, [handOutNamed('old')]]);
  });
});

describe('small things', () => {
  test('a detail is copied in the open, and one that is gone is said to be', async () => {
    const { run, clipboard } = product(aliceSignedIn);
    const copied = await run('copy-detail', {
      of: { kind: 'subscription-id', subscriptionKey: r1 },
    });
    const gone = await run('copy-detail', {
      of: { kind: 'subscription-id', subscriptionKey: 'gone' },
    });

    expect([copied.ok, gone.ok, clipboard.deeds]).toEqual([true, false, ['write r1']]);
  });

  test('the portal opens at the subscription, in its tenant', async () => {
    const { run, browser } = product(aliceSignedIn);
    const opened = await run('open-portal', { subscriptionKey: r1 });
    const gone = await run('open-portal', { subscriptionKey: 'gone' });

    expect([opened.ok, gone.ok, browser.opened]).toEqual([
      true,
      false,
      ['https://portal.azure.com/#@red/resource/subscriptions/r1/overview'],
    ]);
  });

  test('a change of settings names only what changes, and is saved whole', async () => {
    const { run, saved, state } = product();
    await run('change-settings', { theme: 'dark' });
    await run('change-settings', { clipboardSeconds: 30 });
    const settings = { ...defaultSettings, theme: 'dark', clipboardSeconds: 30 };

    expect([state().settings, saved]).toEqual([
      settings,
      [{ ...defaultSettings, theme: 'dark' }, settings],
    ]);
  });

  test('a notice is dismissed', async () => {
    const { run, state } = product({ notices: [{ id: 'a', tone: 'info', message: 'A.' }] });
    await run('dismiss-notice', { noticeId: 'a' });

    expect(state().notices).toEqual([]);
  });

  test('an unexpected exception is data for the surface, and one line for the log', async () => {
    const { run, clipboard, log } = product(aliceSignedIn);
    clipboard.write = () => Promise.reject(new Error('the clipboard is locked'));
    const answer = await run('copy-detail', { of: { kind: 'tenant-id', tenantKey: red } });

    expect([answer, log.lines]).toEqual([
      fail(expect.objectContaining({ kind: 'unexpected' })),
      ['a command failed {"command":"copy-detail","error":"Error: the clipboard is locked"}'],
    ]);
  });
});

describe('at the end', () => {
  test('no sign-in, no token on the clipboard, nothing unwritten and no timer is left', async () => {
    const { core, run, identity, directory, clock, clipboard, vault, state } = product(
      {},
      rememberedAlice,
    );
    directory.answerFrom(reach);
    await core.start();
    await settle();
    await run('issue-token', { target: { kind: 'default' }, audience: graph });
    await run('copy-token', { tokenId: 'id-1' });
    void run('sign-in', { method: 'interactive' });
    await settle();
    await core.stop();

    expect([identity.signIns[0]?.request.signal.aborted, state().signIn]).toEqual([
      true,
      { kind: 'idle' },
    ]);
    expect([clipboard.text, clock.waiting(), identity.flushes]).toEqual(['', 0, 1]);
    expect(JSON.parse(vault.contents.get('activity') ?? '')).toMatchObject({
      handOuts: [{ act: 'copied' }],
    });
  });

  test('a sign-in that does not let go keeps neither the clipboard nor the vault waiting', async () => {
    const { core, run, identity, clipboard, vault } = product(aliceSignedIn);
    identity.lingers = true;
    await run('issue-token', { target: { kind: 'tenant', tenantKey: red }, audience: graph });
    await run('copy-token', { tokenId: 'id-1' });
    void run('sign-in', { method: 'interactive' });
    await settle();
    void core.stop();
    await settle();

    expect([clipboard.text, vault.writes]).toEqual(['', ['activity', 'usage']]);
  });

  test('a discovery under way is stopped', async () => {
    const { core, run, directory } = product(aliceSignedIn);
    void run('refresh', {});
    await settle();
    await core.stop();

    expect(directory.tenantsAsked.map(({ signal }) => signal.aborted)).toEqual([true]);
  });
});

test('an account whose cloud is gone is kept, and says what to do', async () => {
  const elsewhere = { ...bob, cloud: 'Gone', clientId: 'own' };
  const contents = { accounts: { version: 1, accounts: [elsewhere] } };
  const { core, run, identity } = product({}, contents);
  await core.start();
  const answer = await run('issue-token', {
    target: { kind: 'any-tenant', accountKey: elsewhere.key, tenant: 'red' },
    audience: { kind: 'known', id: 'graph' },
  });

  expect([answer, identity.asks]).toEqual([
    fail(
      expect.objectContaining({
        kind: 'unknown-cloud',
        remedy: { kind: 'set-up-cloud', cloud: 'Gone' },
      }),
    ),
    [],
  ]);
});

describe('Azure CLI', () => {
  test('is pointed at a new default before the command answers, and at once when that is switched on', async () => {
    const { run, azureCli } = product({
      ...aliceSignedIn,
      tenants: [tenantOf(alice, 'red')],
      subscriptions: [subscriptionOf(alice, 'red', 'r1')],
    });
    await run('choose-default', { subscriptionKey: r1 });
    const off = azureCli.pointedAt.length;
    await run('change-settings', { azureCliFollows: true });
    await run('change-settings', { theme: 'dark' });
    const on = azureCli.pointedAt.length;
    await run('choose-default', { subscriptionKey: r1 });
    await run('choose-default', { subscriptionKey: 'unknown' });

    expect([off, on, azureCli.pointedAt.length]).toEqual([0, 1, 2]);
  });

  test('is pointed at the subscription of a context that comes into use', async () => {
    const { run, azureCli } = product({
      ...aliceSignedIn,
      settings: { ...defaultSettings, azureCliFollows: true },
    });
    const created = await run('create-context', {
      ...{ name: 'blue', accountKey: alice.key, tenantId: 'blue', subscriptionId: 'b1' },
      ...{ production: false, confirm: false },
    });
    await run('use-context', { contextId: created.ok ? created.value.contextId : '' });

    expect(azureCli.pointedAt.map(({ subscription }) => subscription.subscriptionId)).toEqual([
      'b1',
    ]);
  });

  test('is looked at when the app starts, and not changed', async () => {
    const { core, azureCli, state } = product({
      settings: { ...defaultSettings, azureCliFollows: true },
    });
    azureCli.found = { kind: 'read', folder: '/x', profile: { kind: 'none' }, secretFiles: [] };
    await core.start();
    await settle();

    expect([state().azureCli, azureCli.pointedAt]).toEqual([azureCli.found, []]);
  });
});
