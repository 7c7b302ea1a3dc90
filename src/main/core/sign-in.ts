import type { SignInMethod, SignInPurpose } from '../../shared/app-state.ts';
import type { Account } from '../../shared/model.ts';
import { accountKeyOf } from '../../shared/model.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Clipboard, Clock, Identity, OpenLink, SignedInUser, SignInPrompt } from './ports.ts';
import type { Store } from './store.ts';

export interface SignInDeps {
  readonly store: Store;
  readonly identity: Pick<Identity, 'signIn' | 'forget'>;
  readonly openLink: OpenLink;
  readonly clipboard: Pick<Clipboard, 'write'>;
  readonly clock: Clock;
  /** Runs once an account is signed in, before `start` answers: remembering it, then discovering. */
  readonly signedIn: (account: Account) => Promise<void>;
}

export interface SignInAsk {
  readonly method: SignInMethod;
  readonly cloud?: string | undefined;
  readonly tenant?: string | undefined;
  readonly accountKey?: string | undefined;
  readonly username?: string | undefined;
}

export interface SignInStage {
  /** Signs somebody in. A sign-in that is under way is cancelled first: there is one browser and one person. */
  start(ask: SignInAsk): Promise<Result<{ readonly accountKey: string }>>;
  /** Resolves when the sign-in has let go of its port. */
  cancel(): Promise<void>;
  dismiss(): void;
  copyLink(): Promise<Result<null>>;
  copyUserCode(): Promise<Result<null>>;
  openDevicePage(): Promise<Result<null>>;
}

const nothingUnderWay: Problem = {
  kind: 'expired',
  message: 'This sign-in is over. Start a new one.',
};

const cancelled: Problem = { kind: 'cancelled', message: 'The sign-in was cancelled.' };

type CodePrompt = Extract<SignInPrompt, { kind: 'code' }>;

interface Attempt {
  readonly stop: AbortController;
  readonly done: Promise<unknown>;
}

export function createSignIn(deps: SignInDeps): SignInStage {
  const { store, identity, openLink, clipboard, clock, signedIn } = deps;
  let attempt: Attempt | undefined;
  let link: string | undefined;

  const showCode = (purpose: SignInPurpose, prompt: CodePrompt): void =>
    store.apply({ kind: 'sign-in-changed', signIn: { ...prompt, purpose } });

  const showBrowser = (
    purpose: SignInPurpose,
    url: string,
    expiresAt: number,
    stop: AbortController,
  ): void => {
    link = url;
    store.apply({ kind: 'sign-in-changed', signIn: { kind: 'browser', purpose, expiresAt } });
    void openLink(url).then((opened) => {
      if (opened.ok || attempt?.stop !== stop) return;
      store.apply({
        kind: 'noticed',
        notice: {
          id: 'browser-not-opened',
          tone: 'warning',
          message:
            'Your browser could not be opened. Copy the sign-in link and open it in any browser on this computer.',
          ...(opened.problem.detail === undefined ? {} : { detail: opened.problem.detail }),
        },
      });
    });
  };

  const signIn = async (ask: SignInAsk, purpose: SignInPurpose, stop: AbortController) => {
    const seconds = store.state().settings.signInSeconds;
    const timeOut: Problem = {
      kind: 'timed-out',
      message: `Nobody finished the sign-in within ${describeSeconds(seconds)}, so it was given up.`,
      remedy: { kind: 'retry' },
    };
    const expiresAt = clock.now() + seconds * 1_000;
    const cancelTimer =
      ask.method === 'interactive'
        ? clock.after(seconds * 1_000, () => {
            stop.abort(timeOut);
          })
        : undefined;
    const claims = claimsFor(store, ask);
    try {
      const answer = await identity.signIn({
        method: ask.method,
        cloud: purpose.cloud,
        ...(purpose.tenant === undefined ? {} : { tenant: purpose.tenant }),
        ...(purpose.username === undefined ? {} : { loginHint: purpose.username }),
        ...(claims === undefined ? {} : { claims }),
        signal: stop.signal,
        prompt: (prompt) => {
          if (stop.signal.aborted) return;
          if (prompt.kind === 'code') showCode(purpose, prompt);
          else showBrowser(purpose, prompt.url, expiresAt, stop);
        },
      });
      // Who came back is signed in, even if the abort came in the same moment: the session is already kept.
      if (answer.ok || !stop.signal.aborted) return answer;
      return fail(stop.signal.reason === timeOut ? timeOut : cancelled);
    } finally {
      cancelTimer?.();
    }
  };

  /** Whoever came back with another client than before has no more use for the session of that one. */
  const forgetOlder = async (user: SignedInUser): Promise<void> => {
    const key = accountKeyOf(user.cloud, user.homeAccountId);
    const before = store.state().accounts.find((one) => one.key === key);
    if (before?.clientId === undefined || before.clientId === user.clientId) return;
    await identity.forget(before);
  };

  const over = (): void => {
    attempt = undefined;
    link = undefined;
    store.apply({ kind: 'notice-dismissed', noticeId: 'browser-not-opened' });
    store.apply({ kind: 'sign-in-changed', signIn: { kind: 'idle' } });
  };

  const stage: SignInStage = {
    async start(ask) {
      // More than once, when several wait for the same one to end: each goes on with the one before it cancelled.
      while (attempt) await stage.cancel();
      const account = store.state().accounts.find((one) => one.key === ask.accountKey);
      const purpose: SignInPurpose = {
        method: ask.method,
        cloud: account?.cloud ?? ask.cloud ?? store.state().clouds.current,
        ...(ask.tenant === undefined ? {} : { tenant: ask.tenant }),
        ...withUsername(account?.username ?? ask.username),
      };
      const stop = new AbortController();
      store.apply({ kind: 'sign-in-changed', signIn: { kind: 'starting', purpose } });
      const done = signIn(ask, purpose, stop);
      attempt = { stop, done };
      const answer = await done.finally(over);
      if (!answer.ok) {
        const { problem } = answer;
        if (problem.kind !== 'cancelled' && !attempt) {
          store.apply({ kind: 'sign-in-changed', signIn: { kind: 'failed', purpose, problem } });
        }
        return answer;
      }
      await forgetOlder(answer.value);
      const welcomed = welcome(store, answer.value, account);
      await signedIn(welcomed);
      return succeed({ accountKey: welcomed.key });
    },
    async cancel() {
      const current = attempt;
      if (!current) return;
      current.stop.abort(cancelled);
      store.apply({ kind: 'sign-in-changed', signIn: { kind: 'idle' } });
      // What it ends with is the answer of its own start.
      await current.done.catch(() => undefined);
    },
    dismiss() {
      if (store.state().signIn.kind === 'failed') {
        store.apply({ kind: 'sign-in-changed', signIn: { kind: 'idle' } });
      }
    },
    async copyLink() {
      if (link === undefined) return fail(nothingUnderWay);
      await clipboard.write(link);
      return succeed(null);
    },
    async copyUserCode() {
      const { signIn: now } = store.state();
      if (now.kind !== 'code') return fail(nothingUnderWay);
      await clipboard.write(now.userCode);
      return succeed(null);
    },
    async openDevicePage() {
      const { signIn: now } = store.state();
      return now.kind === 'code' ? openLink(now.verificationUri) : fail(nothingUnderWay);
    },
  };
  return stage;
}

function withUsername(username: string | undefined): Pick<SignInPurpose, 'username'> {
  return username === undefined ? {} : { username };
}

/** The claims of the refusal that a sign-in to this tenant answers; without them the provider refuses again. */
function claimsFor(store: Store, ask: SignInAsk): string | undefined {
  const { tenants, token } = store.state();
  const tenant = tenants.find(
    (one) => one.accountKey === ask.accountKey && one.tenantId === ask.tenant,
  );
  const refusedList = tenant?.status.kind === 'failed' ? tenant.status.problem.claims : undefined;
  if (refusedList !== undefined || token.kind !== 'failed') return refusedList;
  const { remedy, claims } = token.problem;
  if (remedy?.kind !== 'sign-in') return undefined;
  const same = remedy.tenantId === ask.tenant && remedy.accountKey === ask.accountKey;
  return same ? claims : undefined;
}

/** Adds or renews the account, and says so if it is not the one that was asked for. */
function welcome(store: Store, user: SignedInUser, expected: Account | undefined): Account {
  const key = accountKeyOf(user.cloud, user.homeAccountId);
  const known = store.state().accounts.find((one) => one.key === key);
  // A tenant knows its guests by other names; those of the first sign-in stay.
  const account: Account = {
    kind: 'user',
    ...user,
    ...known,
    clientId: user.clientId,
    key,
    session: { kind: 'active' },
  };
  store.apply({ kind: 'account-signed-in', account });
  if (expected && expected.key !== account.key) {
    store.apply({
      kind: 'noticed',
      notice: {
        id: 'another-account',
        tone: 'info',
        message: `You signed in as ${account.username}, not as ${expected.username}. It was added beside the other.`,
      },
    });
  }
  return account;
}

function describeSeconds(seconds: number): string {
  return seconds % 60 === 0
    ? `${seconds / 60} minute${seconds === 60 ? '' : 's'}`
    : `${seconds} seconds`;
}
