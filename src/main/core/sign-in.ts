import type { AppState } from '../../shared/app-state.ts';
import type { BrowserChoice, SignInPurpose } from '../../shared/sign-in.ts';
import type { Account } from '../../shared/model.ts';
import { accountKeyOf } from '../../shared/model.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { AnsweredRefusals } from './answered-refusals.ts';
import { notEnough, repeats } from './answered-refusals.ts';
import type { Identity, SignInPrompt, SignedInUser } from './ports/azure.ts';
import type { Clock } from './ports/clock.ts';
import type { Clipboard, OpenLink, PrivateWindow } from './ports/desktop.ts';
import type { SignInAsk } from './sign-in-purpose.ts';
import { aimAtPurpose, purposeOf, refusalOf } from './sign-in-purpose.ts';
import type { Store } from './store.ts';
import { welcome } from './welcome.ts';

export interface SignInDeps {
  readonly store: Store;
  readonly identity: Pick<Identity, 'signIn' | 'forget'>;
  readonly openLink: OpenLink;
  readonly privateWindow: Pick<PrivateWindow, 'open'>;
  readonly clipboard: Pick<Clipboard, 'write'>;
  readonly clock: Clock;
  readonly refusals: AnsweredRefusals;
  /** Runs once an account is signed in, before `start` answers: remembering it, then discovering. */
  readonly signedIn: (account: Account) => Promise<void>;
}

export interface SignInStage {
  /** Signs somebody in. A sign-in that is under way is cancelled first: there is one browser and one person. */
  start(ask: SignInAsk): Promise<Result<{ readonly accountKey: string }>>;
  /** Resolves when the sign-in has let go of its port. */
  cancel(): Promise<void>;
  dismiss(): void;
  copyLink(): Promise<Result<null>>;
  /** Opens the page in the default browser. */
  openPage(): Promise<Result<null>>;
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
  const { store, identity, openLink, privateWindow, clipboard, clock, refusals, signedIn } = deps;
  let attempt: Attempt | undefined;
  let link: string | undefined;

  const showCode = (purpose: SignInPurpose, prompt: CodePrompt): void =>
    store.apply({ kind: 'sign-in-changed', signIn: { ...prompt, purpose } });

  /** Where the page goes: a private window only where there is one. */
  const browserFor = (wanted: BrowserChoice | undefined): BrowserChoice => {
    const { settings, about } = store.state();
    const choice = wanted ?? settings.signInBrowser;
    return choice === 'private' && about.privateBrowser === undefined ? 'default' : choice;
  };

  const showBrowser = (
    purpose: SignInPurpose,
    browser: BrowserChoice,
    url: string,
    expiresAt: number,
    stop: AbortController,
  ): void => {
    link = url;
    store.apply({
      kind: 'sign-in-changed',
      signIn: { kind: 'browser', purpose, browser, expiresAt },
    });
    if (browser === 'copy') return;
    const opening = browser === 'private' ? privateWindow.open(url) : openLink(url);
    void opening.then((opened) => {
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
    const { tenant, username: loginHint, scopes, claims } = purpose;
    try {
      const answer = await identity.signIn({
        method: ask.method,
        cloud: purpose.cloud,
        ...(tenant === undefined ? {} : { tenant }),
        ...(loginHint === undefined ? {} : { loginHint }),
        ...(scopes === undefined ? {} : { scopes }),
        ...(claims === undefined ? {} : { claims }),
        signal: stop.signal,
        prompt: (prompt) => {
          if (stop.signal.aborted) return;
          if (prompt.kind === 'code') showCode(purpose, prompt);
          else showBrowser(purpose, browserFor(ask.browser), prompt.url, expiresAt, stop);
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
    // That the disk still has it is no reason to send back who has just signed in.
    await identity.forget(before).catch(() => undefined);
  };

  /** What this sign-in has answered, so that the same refusal after it is known for what it is. */
  const remember = (account: Account, purpose: SignInPurpose, refusal?: Problem): void => {
    const { claims, scopes } = purpose;
    if (refusal === undefined && claims === undefined) return;
    const tenantId = tenantIdOf(store.state(), account, purpose.tenant);
    const code = refusal?.code;
    refusals.answered(
      { accountKey: account.key, tenantId, scopes },
      { ...(code === undefined ? {} : { code }), ...(claims === undefined ? {} : { claims }) },
    );
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
      const refusal = refusalOf(store.state(), ask);
      const purpose = purposeOf(store.state(), ask);
      const stop = new AbortController();
      store.apply({ kind: 'sign-in-changed', signIn: { kind: 'starting', purpose } });
      const done = signIn(ask, purpose, stop);
      attempt = { stop, done };
      const answer = await done.finally(over);
      if (!answer.ok) {
        const problem = problemOf(answer.problem, purpose);
        if (problem.kind !== 'cancelled' && !attempt) {
          store.apply({ kind: 'sign-in-changed', signIn: { kind: 'failed', purpose, problem } });
        }
        return fail(problem);
      }
      await forgetOlder(answer.value);
      const welcomed = welcome(store, answer.value, purpose);
      remember(welcomed, purpose, refusal);
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
    async openPage() {
      return link === undefined ? fail(nothingUnderWay) : openLink(link);
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

/** A sign-in that is refused with the challenge that it carried would be refused again. */
function problemOf(problem: Problem, purpose: SignInPurpose): Problem {
  const { claims } = purpose;
  if (claims !== undefined && repeats(problem, { claims })) return notEnough(problem);
  return aimAtPurpose(problem, purpose);
}

/** The id of a tenant that may be named by a domain, or not at all. */
function tenantIdOf({ tenants }: AppState, account: Account, tenant: string | undefined): string {
  if (tenant === undefined) return account.homeTenantId;
  const named = tenants.find((one) => one.defaultDomain.toLowerCase() === tenant.toLowerCase());
  return named?.tenantId ?? tenant;
}

function describeSeconds(seconds: number): string {
  return seconds % 60 === 0
    ? `${seconds / 60} minute${seconds === 60 ? '' : 's'}`
    : `${seconds} seconds`;
}
