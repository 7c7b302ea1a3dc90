import { describe, expect, test } from 'vitest';
import { aimRemedy } from '../../../src/main/core/aim-remedy.ts';
import { signInServicePrincipal } from '../../../src/main/core/sign-in-service-principal.ts';
import { warnOfExpiry } from '../../../src/main/core/warn-of-expiry.ts';
import { rememberedAccounts } from '../../../src/main/core/remembered.ts';
import type { AppState } from '../../../src/shared/app-state.ts';
import { formatDate } from '../../../src/shared/format.ts';
import type { Account, CredentialFacts } from '../../../src/shared/model.ts';
import { fail } from '../../../src/shared/problem.ts';
import type { ServicePrincipalInput } from '../../../src/shared/service-principal.ts';
import { alice, storeWith } from './examples.ts';
import { aProblem, createFakeClock, createFakeIdentity, startOfTime } from './fakes.ts';

const day = 24 * 60 * 60 * 1_000;
const clientId = '5c000000-4b1d-4c8e-9f2a-000000000001';

const robot: Account = {
  kind: 'service-principal',
  key: `AzureCloud/service-principal:${clientId}.red`,
  cloud: 'AzureCloud',
  homeAccountId: `service-principal:${clientId}.red`,
  homeTenantId: 'red',
  username: clientId,
  displayName: clientId,
  session: { kind: 'active' },
  credential: { kind: 'secret' },
};

const input: ServicePrincipalInput = {
  clientId,
  tenant: 'red',
  credential: { kind: 'secret', secret: 'very secret' },
};

function signingIn(slices: Partial<AppState> = {}) {
  const store = storeWith(slices);
  const identity = createFakeIdentity(createFakeClock());
  const deeds: string[] = [];
  const deps = {
    store,
    identity,
    forgetTokens: async (key: string) => void deeds.push(`forget tokens of ${key}`),
    signedIn: async ({ key }: Account) => void deeds.push(`signed in ${key}`),
  };
  return {
    store,
    identity,
    deeds,
    signIn: (more: Partial<ServicePrincipalInput> = {}) =>
      signInServicePrincipal(deps, { ...input, ...more }),
  };
}

describe('a service principal that signs in', () => {
  test('is an account beside the people, named by its client id, without its secret', async () => {
    const { store, deeds, signIn } = signingIn({ accounts: [alice] });
    const answer = await signIn();

    expect([answer, store.state().accounts, deeds]).toEqual([
      { ok: true, value: { accountKey: robot.key } },
      [alice, robot],
      [`signed in ${robot.key}`],
    ]);
    expect(JSON.stringify(store.state())).not.toContain('very secret');
  });

  test('takes a label, keeps it with a new credential, and lets go of older tokens', async () => {
    const { store, deeds, signIn } = signingIn();
    await signIn({ label: 'Nightly build' });
    await signIn();
    const kept = store.state().accounts;
    await signIn({ label: 'Nightly' });

    expect([kept, store.state().accounts, deeds.slice(1, 3)]).toEqual([
      [{ ...robot, displayName: 'Nightly build' }],
      [{ ...robot, displayName: 'Nightly' }],
      [`forget tokens of ${robot.key}`, `signed in ${robot.key}`],
    ]);
  });

  test('and is refused changes nothing', async () => {
    const { store, identity, deeds, signIn } = signingIn({ accounts: [alice] });
    const refusal = fail(aProblem('bad-client-credential'));
    identity.takeServicePrincipal = () => refusal;

    expect([await signIn(), store.state().accounts, deeds]).toEqual([refusal, [alice], []]);
  });
});

describe('a remedy', () => {
  const signIn = aProblem('sign-in-again', { remedy: { kind: 'sign-in' } });
  const replace = aProblem('bad-client-credential', { remedy: { kind: 'replace-credential' } });

  test('is a sign-in for a person and another credential for a service principal', () => {
    expect([
      aimRemedy(signIn, alice, 'blue').remedy,
      aimRemedy(signIn, robot, 'blue').remedy,
      aimRemedy(replace, robot, 'blue').remedy,
    ]).toEqual([
      { kind: 'sign-in', accountKey: alice.key, tenantId: 'blue' },
      { kind: 'replace-credential', accountKey: robot.key },
      { kind: 'replace-credential', accountKey: robot.key },
    ]);
  });

  test('of another kind, and none, stay as they are', () => {
    const retry = aProblem('offline', { remedy: { kind: 'retry' } });
    const none = aProblem('offline');

    expect([aimRemedy(retry, robot, 'blue'), aimRemedy(none, robot, 'blue')]).toEqual([
      retry,
      none,
    ]);
  });
});

describe('a certificate', () => {
  const ending = (expiresAt: number): CredentialFacts => ({
    kind: 'certificate',
    thumbprint: 'AB',
    expiresAt,
  });
  const holder = { ...robot, displayName: 'Nightly', credential: ending(startOfTime + 31 * day) };

  function watching(account: Account) {
    const clock = createFakeClock();
    const store = storeWith({ accounts: [account] });
    const look = warnOfExpiry(store, clock);
    return { clock, store, look, messages: () => store.state().notices.map((one) => one.message) };
  }

  const on = formatDate(startOfTime + 31 * day);
  const soon = `The certificate of Nightly expires on ${on}. Replace it before then.`;
  const over = `The certificate of Nightly expired on ${on}. Replace it: it gets no tokens any more.`;

  test('is spoken of from thirty days before its end, and again at its end', () => {
    const { clock, look, messages } = watching(holder);
    const said = [day, 1, 30 * day - 1].map((time) => {
      look();
      const before = messages();
      clock.advance(time);
      return before;
    });
    look();

    expect([...said, messages()]).toEqual([[], [], [soon], [over]]);
  });

  test('whose notice was dismissed is not spoken of again before its end', () => {
    const { clock, store, look, messages } = watching(holder);
    clock.advance(2 * day);
    look();
    const [notice] = store.state().notices;
    store.apply({ kind: 'notice-dismissed', noticeId: notice?.id ?? '' });
    look();
    const afterwards = messages();
    clock.advance(30 * day);
    look();

    expect([afterwards, messages()]).toEqual([[], [over]]);
  });

  test('that was replaced, or whose account is gone, takes its notice with it', () => {
    const { clock, store, look, messages } = watching(holder);
    clock.advance(2 * day);
    look();
    const fresh = { ...holder, credential: ending(startOfTime + 400 * day) };
    store.apply({ kind: 'account-signed-in', account: fresh });
    look();
    const replaced = messages();
    store.apply({ kind: 'account-signed-in', account: holder });
    look();
    const again = messages();
    store.apply({ kind: 'account-signed-out', accountKey: holder.key });
    look();

    expect([replaced, again, messages()]).toEqual([[], [soon], []]);
  });
});

test('accounts from before there were service principals are people', () => {
  const { kind: _kind, ...older } = alice;
  const parsed = rememberedAccounts.parse({ version: 1, accounts: [older, robot] });

  expect(parsed.accounts).toEqual([alice, robot]);
});
