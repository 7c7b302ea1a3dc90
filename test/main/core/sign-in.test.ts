import { describe, expect, test } from 'vitest';
import { createAnsweredRefusals } from '../../../src/main/core/answered-refusals.ts';
import type { SignInRequest } from '../../../src/main/core/ports/azure.ts';
import { createSignIn } from '../../../src/main/core/sign-in.ts';
import type { AppState } from '../../../src/shared/app-state.ts';
import type { BrowserChoice, SignIn } from '../../../src/shared/sign-in.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { defaultClientId } from '../../../src/shared/cloud.ts';
import type { Account } from '../../../src/shared/model.ts';
import type { Result } from '../../../src/shared/problem.ts';
import { fail, succeed } from '../../../src/shared/problem.ts';
import { accountNamed, alice, bob, storeWith, tenantOf, userNamed } from './examples.ts';
import type { SignInUnderWay } from './fakes.ts';
import {
  aProblem,
  createFakeBrowser,
  createFakeClipboard,
  createFakeClock,
  createFakeIdentity,
  createFakePrivateWindow,
  settle,
  startOfTime,
} from './fakes.ts';

const link = 'https://login.example/authorize?state=1';

const claims = '{"access_token":{"acrs":{"value":"c1"}}}';

const aboutNow = storeWith().state().about;

const code = {
  kind: 'code',
  userCode: 'ABCD-EFGH',
  verificationUri: 'https://login.example/device',
  expiresAt: startOfTime + 900_000,
} as const;

function signingIn(slices: Partial<AppState> = {}) {
  const store = storeWith(slices);
  const clock = createFakeClock();
  const identity = createFakeIdentity(clock);
  const browser = createFakeBrowser();
  const privateWindow = createFakePrivateWindow();
  const clipboard = createFakeClipboard();
  const refusals = createAnsweredRefusals(clock);
  const welcomed: Account[] = [];
  const stage = createSignIn({
    store,
    identity,
    openLink: browser.openLink,
    privateWindow,
    clipboard,
    clock,
    refusals,
    async signedIn(account) {
      welcomed.push(account);
    },
  });
  return {
    store,
    clock,
    identity,
    browser,
    privateWindow,
    clipboard,
    refusals,
    welcomed,
    stage,
    underWay(index = 0): SignInUnderWay {
      const found = identity.signIns[index];
      if (!found) throw new Error(`no sign-in number ${index} was begun`);
      return found;
    },
    signIn: (): SignIn => store.state().signIn,
  };
}

const asked = ({ method, tenant, loginHint, scopes, claims }: SignInRequest) => ({
  method,
  tenant,
  loginHint,
  scopes,
  claims,
});

describe('an interactive sign-in', () => {
  test('opens the browser, waits, and brings the account', async () => {
    const { store, browser, welcomed, stage, underWay, signIn } = signingIn();
    const answer = stage.start({ method: 'interactive' });
    const starting = signIn();
    underWay().request.prompt({ kind: 'browser', url: link });
    const waiting = signIn();
    underWay().answer(succeed(userNamed('alice')));

    expect(await answer).toEqual(succeed({ accountKey: alice.key }));
    const purpose = { method: 'interactive', cloud: 'AzureCloud' } as const;
    expect([starting, waiting, signIn()]).toEqual([
      { kind: 'starting', purpose },
      {
        kind: 'browser',
        purpose,
        browser: 'default',
        expiresAt: startOfTime + defaultSettings.signInSeconds * 1_000,
      },
      { kind: 'idle' },
    ]);
    expect([browser.opened, welcomed, store.state().accounts]).toEqual([[link], [alice], [alice]]);
  });

  test('with another client than before lets go of the session of the older one', async () => {
    const renewed = async (clientId: string) => {
      const { store, identity, stage, underWay } = signingIn({
        accounts: [{ ...alice, clientId }],
      });
      const answer = stage.start({ method: 'interactive', accountKey: alice.key });
      underWay().answer(succeed(userNamed('alice')));
      await answer;
      return [identity.forgotten, store.state().accounts];
    };

    expect([await renewed('older'), await renewed(defaultClientId)]).toEqual([
      [[alice.homeAccountId], [alice]],
      [[], [alice]],
    ]);
  });

  test('is for the account and tenant that it was asked for', async () => {
    const { stage, underWay } = signingIn({ accounts: [alice] });
    void stage.start({ method: 'interactive', tenant: 'red', accountKey: alice.key });

    expect(asked(underWay().request)).toEqual({
      method: 'interactive',
      tenant: 'red',
      loginHint: alice.username,
      scopes: undefined,
      claims: undefined,
    });
  });

  test('lets its link be copied while it waits, and no longer', async () => {
    const { clipboard, stage, underWay } = signingIn();
    const before = await stage.copyLink();
    const answer = stage.start({ method: 'interactive' });
    underWay().request.prompt({ kind: 'browser', url: link });
    const during = await stage.copyLink();
    underWay().answer(succeed(userNamed('alice')));
    await answer;
    const after = await stage.copyLink();

    expect([before.ok, during.ok, after.ok, clipboard.deeds]).toEqual([
      false,
      true,
      false,
      [`write ${link}`],
    ]);
  });

  test('says how to go on when the browser can not be opened, until it is over', async () => {
    const { store, browser, stage, underWay } = signingIn();
    browser.answer = fail(aProblem('unexpected', { detail: 'no browser' }));
    const answer = stage.start({ method: 'interactive' });
    underWay().request.prompt({ kind: 'browser', url: link });
    await settle();
    const during = store.state().notices;
    underWay().answer(succeed(userNamed('alice')));
    await answer;

    expect([during, store.state().notices]).toEqual([
      [
        {
          id: 'browser-not-opened',
          tone: 'warning',
          message:
            'Your browser could not be opened. Copy the sign-in link and open it in any browser on this computer.',
          detail: 'no browser',
        },
      ],
      [],
    ]);
  });

  test('a browser that fails only after the end is no news', async () => {
    const { store, browser, stage, underWay } = signingIn();
    const opened = Promise.withResolvers<Result<null>>();
    browser.answer = opened.promise;
    const answer = stage.start({ method: 'interactive' });
    underWay().request.prompt({ kind: 'browser', url: link });
    underWay().answer(succeed(userNamed('alice')));
    await answer;
    opened.resolve(fail(aProblem('unexpected')));
    await settle();

    expect(store.state().notices).toEqual([]);
  });

  test('is given up after the time of the settings, which the countdown shows to the second', async () => {
    const { clock, stage, underWay, signIn } = signingIn({
      settings: { ...defaultSettings, signInSeconds: 90 },
    });
    const answer = stage.start({ method: 'interactive' });
    clock.advance(2_000);
    underWay().request.prompt({ kind: 'browser', url: link });
    const shown = signIn();
    clock.advance(87_999);
    const justBefore = signIn().kind;
    clock.advance(1);
    const problem = {
      kind: 'timed-out',
      message: 'Nobody finished the sign-in within 90 seconds, so it was given up.',
      remedy: { kind: 'retry' },
    };

    expect(await answer).toEqual({ ok: false, problem });
    expect(shown).toMatchObject({ kind: 'browser', expiresAt: startOfTime + 90_000 });
    expect([justBefore, signIn()]).toEqual([
      'browser',
      { kind: 'failed', purpose: { method: 'interactive', cloud: 'AzureCloud' }, problem },
    ]);
  });

  test.each([
    [60, '1 minute'],
    [300, '5 minutes'],
    [45, '45 seconds'],
  ])('of %i seconds says that it took %s', async (signInSeconds, words) => {
    const { clock, stage } = signingIn({ settings: { ...defaultSettings, signInSeconds } });
    const answer = stage.start({ method: 'interactive' });
    clock.advance(signInSeconds * 1_000);

    expect(await answer).toMatchObject({
      problem: { message: `Nobody finished the sign-in within ${words}, so it was given up.` },
    });
  });

  test('leaves no timer behind', async () => {
    const { clock, stage, underWay } = signingIn();
    const answer = stage.start({ method: 'interactive' });
    const during = clock.waiting();
    underWay().answer(succeed(userNamed('alice')));
    await answer;

    expect([during, clock.waiting()]).toEqual([1, 0]);
  });
});

describe('the page of an interactive sign-in', () => {
  const choosing = (signInBrowser: BrowserChoice, privateBrowser?: string) =>
    signingIn({
      settings: { ...defaultSettings, signInBrowser },
      about: { ...aboutNow, ...(privateBrowser === undefined ? {} : { privateBrowser }) },
    });

  test('goes to a private window when that was chosen', async () => {
    const { browser, privateWindow, stage, underWay, signIn } = choosing('private', 'Firefox');
    void stage.start({ method: 'interactive' });
    underWay().request.prompt({ kind: 'browser', url: link });

    expect([browser.opened, privateWindow.opened]).toEqual([[], [link]]);
    expect(signIn()).toMatchObject({ kind: 'browser', browser: 'private' });
  });

  test('goes to the default browser when there is no private window', async () => {
    const { browser, privateWindow, stage, underWay, signIn } = choosing('private');
    void stage.start({ method: 'interactive' });
    underWay().request.prompt({ kind: 'browser', url: link });

    expect([browser.opened, privateWindow.opened]).toEqual([[link], []]);
    expect(signIn()).toMatchObject({ kind: 'browser', browser: 'default' });
  });

  test('goes nowhere by itself when the link is to be copied, and can still be opened', async () => {
    const { browser, privateWindow, clipboard, stage, underWay, signIn } = choosing('copy', 'Edge');
    void stage.start({ method: 'interactive' });
    underWay().request.prompt({ kind: 'browser', url: link });
    const atFirst = [...browser.opened, ...privateWindow.opened];
    await stage.copyLink();
    await stage.openPage();

    expect([atFirst, clipboard.deeds, browser.opened]).toEqual([[], [`write ${link}`], [link]]);
    expect(signIn()).toMatchObject({ kind: 'browser', browser: 'copy' });
  });

  test('goes where its own ask says, whatever was chosen before', async () => {
    const { browser, stage, underWay } = choosing('copy');
    void stage.start({ method: 'interactive', browser: 'default' });
    underWay().request.prompt({ kind: 'browser', url: link });

    expect(browser.opened).toEqual([link]);
  });

  test('is gone once the sign-in is over', async () => {
    const { browser, stage } = signingIn();

    expect([await stage.openPage(), browser.opened]).toEqual([
      fail({ kind: 'expired', message: 'This sign-in is over. Start a new one.' }),
      [],
    ]);
  });
});

describe('a device code', () => {
  test('is shown, copied and opened while it waits, and no longer', async () => {
    const { clipboard, browser, stage, underWay, signIn } = signingIn();
    const answer = stage.start({ method: 'device-code' });
    const early = [await stage.copyUserCode(), await stage.openDevicePage()];
    underWay().request.prompt(code);
    const shown = signIn();
    const during = [await stage.copyUserCode(), await stage.openDevicePage()];
    underWay().answer(succeed(userNamed('alice')));
    await answer;
    const late = [await stage.copyUserCode(), await stage.openDevicePage()];

    expect(shown).toEqual({ ...code, purpose: { method: 'device-code', cloud: 'AzureCloud' } });
    expect([early, during, late].map((each) => each.map(({ ok }) => ok))).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ]);
    expect([clipboard.deeds, browser.opened]).toEqual([
      ['write ABCD-EFGH'],
      ['https://login.example/device'],
    ]);
  });

  test('ends by its own time and not by that of the settings', async () => {
    const { clock, stage, underWay, signIn } = signingIn();
    void stage.start({ method: 'device-code' });
    underWay().request.prompt(code);
    clock.advance(defaultSettings.signInSeconds * 2_000);

    expect([signIn().kind, underWay().request.signal.aborted]).toEqual(['code', false]);
  });
});

describe('cancelling', () => {
  test('is seen at once, however long the provider takes to let go', async () => {
    const { identity, stage, underWay, signIn } = signingIn();
    identity.lingers = true;
    const answer = stage.start({ method: 'interactive' });
    underWay().request.prompt({ kind: 'browser', url: link });
    let letGo = false;
    const cancelled = stage.cancel().then(() => (letGo = true));
    await settle();
    const during = [signIn(), letGo];
    underWay().answer(fail(aProblem('unexpected')));

    expect(await answer).toEqual({
      ok: false,
      problem: { kind: 'cancelled', message: 'The sign-in was cancelled.' },
    });
    await cancelled;
    expect([during, signIn(), letGo]).toEqual([[{ kind: 'idle' }, false], { kind: 'idle' }, true]);
  });

  test('when nothing is under way does nothing', async () => {
    const { store, stage } = signingIn();
    const before = store.state();
    await stage.cancel();

    expect(store.state()).toBe(before);
  });

  test('ends well also when the sign-in ends by an exception', async () => {
    const { identity, stage, underWay } = signingIn();
    identity.lingers = true;
    const answer = stage.start({ method: 'interactive' });
    const cancelled = stage.cancel();
    underWay().throws(new Error('a bug'));

    await expect(answer).rejects.toThrow('a bug');
    await expect(cancelled).resolves.toBeUndefined();
  });

  test('shows no prompt that comes late', async () => {
    const { identity, browser, stage, underWay, signIn } = signingIn();
    identity.lingers = true;
    void stage.start({ method: 'interactive' });
    void stage.cancel();
    underWay().request.prompt({ kind: 'browser', url: link });

    expect([signIn(), browser.opened]).toEqual([{ kind: 'idle' }, []]);
  });

  test('in the moment of success is too late: who came back is signed in', async () => {
    const { identity, store, stage, underWay } = signingIn();
    identity.lingers = true;
    const answer = stage.start({ method: 'interactive' });
    underWay().answer(succeed(userNamed('alice')));
    void stage.cancel();

    expect([await answer, store.state().accounts]).toEqual([
      succeed({ accountKey: alice.key }),
      [alice],
    ]);
  });
});

describe('a second sign-in', () => {
  test('cancels the first and goes on once that has let go', async () => {
    const { identity, stage, underWay, signIn } = signingIn();
    identity.lingers = true;
    const first = stage.start({ method: 'interactive' });
    const second = stage.start({ method: 'device-code' });
    await settle();
    const begunEarly = identity.signIns.length;
    underWay().answer(fail(aProblem('unexpected')));
    await settle();
    underWay(1).request.prompt(code);
    const shown = signIn().kind;
    underWay(1).answer(succeed(userNamed('bob')));

    expect([begunEarly, shown, await first, await second]).toEqual([
      1,
      'code',
      expect.objectContaining({
        ok: false,
        problem: expect.objectContaining({ kind: 'cancelled' }),
      }),
      succeed({ accountKey: bob.key }),
    ]);
  });

  test('of several at the same moment, only the last is left', async () => {
    const { identity, stage, underWay, signIn } = signingIn();
    const first = stage.start({ method: 'interactive' });
    const second = stage.start({ method: 'interactive' });
    const third = stage.start({ method: 'interactive', tenant: 'last' });
    await settle();
    const open = identity.signIns.filter(({ request }) => !request.signal.aborted);
    const shown = signIn();
    underWay(identity.signIns.length - 1).answer(succeed(userNamed('bob')));

    expect([open.map(({ request }) => request.tenant), shown.kind]).toEqual([['last'], 'starting']);
    expect((await Promise.all([first, second, third])).map(({ ok }) => ok)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('a sign-in that fails', () => {
  test('shows its problem until dismissed', async () => {
    const { stage, underWay, signIn } = signingIn();
    const problem = aProblem('unknown-tenant');
    const answer = stage.start({ method: 'interactive', tenant: 'nowhere' });
    underWay().answer(fail(problem));

    expect(await answer).toEqual({ ok: false, problem });
    const shown = signIn();
    stage.dismiss();
    expect([shown, signIn()]).toEqual([
      {
        kind: 'failed',
        purpose: { method: 'interactive', cloud: 'AzureCloud', tenant: 'nowhere' },
        problem,
      },
      { kind: 'idle' },
    ]);
  });

  test('at the provider, as a cancel, is no problem to show', async () => {
    const { stage, underWay, signIn } = signingIn();
    const answer = stage.start({ method: 'interactive' });
    underWay().answer(fail(aProblem('cancelled')));
    await answer;

    expect(signIn()).toEqual({ kind: 'idle' });
  });

  test('is not dismissed while another is under way', async () => {
    const { stage, signIn } = signingIn();
    void stage.start({ method: 'interactive' });
    stage.dismiss();

    expect(signIn().kind).toBe('starting');
  });

  test('by an exception frees the way for the next one', async () => {
    const { clock, stage, underWay, signIn } = signingIn();
    const first = stage.start({ method: 'interactive' });
    underWay().throws(new Error('a bug'));
    await expect(first).rejects.toThrow('a bug');
    const afterwards = [signIn(), clock.waiting()];
    const second = stage.start({ method: 'interactive' });
    underWay(1).answer(succeed(userNamed('alice')));

    expect([afterwards, await second]).toEqual([
      [{ kind: 'idle' }, 0],
      succeed({ accountKey: alice.key }),
    ]);
  });
});

describe('who comes back', () => {
  test('as another account than expected is added beside it, and the person is told', async () => {
    const { store, stage, underWay } = signingIn({ accounts: [alice] });
    const answer = stage.start({ method: 'interactive', accountKey: alice.key });
    underWay().answer(succeed(userNamed('bob')));

    expect(await answer).toEqual(succeed({ accountKey: bob.key }));
    expect([store.state().accounts, store.state().notices]).toEqual([
      [alice, bob],
      [
        {
          id: 'another-account',
          tone: 'warning',
          message:
            'You signed in as bob@example.com, not as alice@example.com. It was added beside the others.',
        },
      ],
    ]);
  });

  test("as another than the name that was typed is told too, and the letters' case is no difference", async () => {
    const messages = [];
    for (const typed of ['carol@example.com', 'Bob@Example.com']) {
      const { store, stage, underWay } = signingIn();
      const answer = stage.start({ method: 'interactive', username: typed });
      underWay().answer(succeed(userNamed('bob')));
      await answer;
      messages.push(store.state().notices.map(({ message }) => message));
    }

    expect(messages).toEqual([
      [
        'You signed in as bob@example.com, not as carol@example.com. It was added beside the others.',
      ],
      [],
    ]);
  });

  test('keeps the names of the first sign-in, whatever a tenant calls its guest', async () => {
    const { store, stage, underWay } = signingIn({ accounts: [alice] });
    const answer = stage.start({ method: 'interactive', accountKey: alice.key, tenant: 'red' });
    underWay().answer(succeed({ ...userNamed('alice'), displayName: 'Alice (guest)' }));
    await answer;

    expect(store.state().accounts).toEqual([alice]);
  });

  test('as expected has an active session again', async () => {
    const ended: Account = {
      ...alice,
      session: { kind: 'ended', problem: aProblem('sign-in-again') },
    };
    const { store, stage, underWay } = signingIn({ accounts: [ended, bob] });
    const answer = stage.start({ method: 'interactive', accountKey: alice.key });
    underWay().answer(succeed(userNamed('alice')));
    await answer;

    expect([store.state().accounts, store.state().notices]).toEqual([[alice, bob], []]);
  });
});

describe('what a sign-in is for', () => {
  test('is kept with what the list calls it, so that every prompt can say it', async () => {
    const { stage, signIn } = signingIn({ accounts: [alice], tenants: [tenantOf(alice, 'red')] });
    const scopes = ['https://graph.microsoft.com/.default'];
    void stage.start({
      method: 'interactive',
      tenant: 'red',
      accountKey: alice.key,
      scopes,
      claims,
    });

    expect(signIn()).toEqual({
      kind: 'starting',
      purpose: {
        method: 'interactive',
        cloud: alice.cloud,
        tenant: 'red',
        tenantName: 'Tenant red',
        accountKey: alice.key,
        username: alice.username,
        scopes,
        claims,
      },
    });
  });

  test('includes the scopes of the token that was refused', async () => {
    const scopes = ['https://vault.azure.net/.default'];
    const remedy = { kind: 'sign-in', accountKey: alice.key, tenantId: 'red', scopes } as const;
    const { stage, underWay } = signingIn({
      accounts: [alice],
      token: { kind: 'failed', problem: aProblem('consent', { remedy }) },
    });
    void stage.start({ method: 'interactive', tenant: 'red', accountKey: alice.key });

    expect(underWay().request.scopes).toEqual(scopes);
  });

  test('is in the remedy of its problem, so that the next try is for the same', async () => {
    const { stage, underWay } = signingIn({ accounts: [alice] });
    const answer = stage.start({ method: 'interactive', tenant: 'red', accountKey: alice.key });
    underWay().answer(fail(aProblem('step-up', { claims, remedy: { kind: 'sign-in' } })));

    expect(await answer).toMatchObject({
      problem: {
        kind: 'step-up',
        remedy: { kind: 'sign-in', accountKey: alice.key, tenantId: 'red' },
      },
    });
  });
});

describe('a sign-in that carries a challenge', () => {
  const ask = { method: 'interactive', tenant: 'red', accountKey: alice.key, claims } as const;
  const refusal = aProblem('step-up', {
    code: 'AADSTS50076',
    claims,
    remedy: { kind: 'sign-in' },
    correlationId: 'c',
  });

  test('and is refused with the same one ends there, with a way to an administrator', async () => {
    const { browser, stage, underWay, signIn } = signingIn({ accounts: [alice] });
    const answer = stage.start(ask);
    underWay().request.prompt({ kind: 'browser', url: link });
    underWay().answer(fail(refusal));
    const problem = {
      ...refusal,
      kind: 'not-enough',
      message:
        'This tenant asks again for what you have just given it, so signing in once more would not help. An administrator can see why.',
      remedy: { kind: 'contact-admin' },
    };

    expect(await answer).toEqual({ ok: false, problem });
    expect([signIn(), browser.opened]).toEqual([
      expect.objectContaining({ kind: 'failed', problem }),
      [link],
    ]);
  });

  test('and is refused with another one may be tried with that', async () => {
    const { stage, underWay } = signingIn({ accounts: [alice] });
    const answer = stage.start(ask);
    const other = '{"access_token":{"acrs":{"value":"c2"}}}';
    underWay().answer(fail({ ...refusal, claims: other }));

    expect(await answer).toMatchObject({ problem: { kind: 'step-up', claims: other } });
  });

  test('and comes through is remembered, for the case that the same is asked again', async () => {
    const { refusals, stage, underWay } = signingIn({ accounts: [alice] });
    const answer = stage.start(ask);
    underWay().answer(succeed(userNamed('alice')));
    await answer;
    const place = { accountKey: alice.key, tenantId: 'red' };

    expect(refusals.seen(place, refusal).kind).toBe('not-enough');
  });

  test('but is answered by somebody else has answered nothing', async () => {
    const { refusals, stage, underWay } = signingIn({ accounts: [alice] });
    const answer = stage.start(ask);
    underWay().answer(succeed(userNamed('bob')));
    await answer;
    const place = { accountKey: alice.key, tenantId: 'red' };

    expect(refusals.seen(place, refusal)).toBe(refusal);
  });
});

describe('the claims that a refusal asked for', () => {
  const refused = (claims?: string) =>
    ({
      kind: 'failed',
      problem: aProblem('step-up', claims === undefined ? {} : { claims }),
    }) as const;
  const refusedToken = (account: Account, tenantId: string): AppState['token'] => ({
    kind: 'failed',
    problem: aProblem('step-up', {
      claims: 'of the token',
      remedy: { kind: 'sign-in', accountKey: account.key, tenantId },
    }),
  });

  test.each<[string, Partial<AppState>, string | undefined]>([
    ['by its list', { tenants: [tenantOf(alice, 'red', refused('of the list'))] }, 'of the list'],
    ['by a token', { token: refusedToken(alice, 'red') }, 'of the token'],
    [
      'by a token, when the list failed for another reason',
      { tenants: [tenantOf(alice, 'red', refused())], token: refusedToken(alice, 'red') },
      'of the token',
    ],
    [
      'for another tenant',
      {
        tenants: [tenantOf(alice, 'blue', refused('of the list'))],
        token: refusedToken(alice, 'blue'),
      },
      undefined,
    ],
    [
      'for another account',
      { tenants: [tenantOf(bob, 'red', refused('of the list'))], token: refusedToken(bob, 'red') },
      undefined,
    ],
    ['by nobody', { tenants: [tenantOf(alice, 'red')] }, undefined],
  ])('%s', (_who, slices, claims) => {
    const { stage, underWay } = signingIn({ accounts: [alice, accountNamed('bob')], ...slices });
    void stage.start({ method: 'interactive', tenant: 'red', accountKey: alice.key });

    expect(underWay().request.claims).toBe(claims);
  });

  test.each([[undefined], [alice.homeTenantId]])(
    'by the list of the account are answered at home (tenant %s)',
    (tenant) => {
      const problem = aProblem('sign-in-again', { claims: 'of the session' });
      const ended: Account = { ...alice, session: { kind: 'ended', problem } };
      const { stage, underWay } = signingIn({ accounts: [ended] });
      void stage.start({ method: 'interactive', tenant, accountKey: alice.key });

      expect(underWay().request.claims).toBe('of the session');
    },
  );
});
