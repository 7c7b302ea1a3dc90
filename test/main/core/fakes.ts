import type {
  AccessToken,
  Directory,
  FoundSubscription,
  FoundTenant,
  Identity,
  SignInRequest,
  SignedInManagedIdentity,
  SignedInServicePrincipal,
  SignedInUser,
  TokenAsk,
} from '../../../src/main/core/ports/azure.ts';
import type { Clock } from '../../../src/main/core/ports/clock.ts';
import type {
  Clipboard,
  SystemClipboard,
  Network,
  OpenLink,
  PrivateWindow,
} from '../../../src/main/core/ports/desktop.ts';
import type {
  AzureCliFolder,
  CliFollowed,
  DefaultForCli,
  Shim,
} from '../../../src/main/core/ports/programs.ts';
import type { Log, Vault } from '../../../src/main/core/ports/storage.ts';
import type { VaultDocument } from '../../../src/shared/secret-places.ts';
import { secret } from '../../../src/main/core/secret.ts';
import type { AzureCli, CliSecretFileName } from '../../../src/shared/azure-cli.ts';
import type { Account } from '../../../src/shared/model.ts';
import type { Problem, Result } from '../../../src/shared/problem.ts';
import { fail, succeed } from '../../../src/shared/problem.ts';
import type { ServicePrincipalInput } from '../../../src/shared/service-principal.ts';

/** Lets every promise that can go on go on. */
export const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Time that passes only when it is told to. */
export interface FakeClock extends Clock {
  /** Lets time pass: timers that become due run in their order, each at its own moment. */
  advance(milliseconds: number): void;
  /** Lets time pass as a computer's sleep does: timers stand still. */
  sleep(milliseconds: number): void;
  /** Sets the wall clock back: timers wait as long as they would have. */
  setBack(milliseconds: number): void;
  /** How many timers wait. */
  waiting(): number;
}

export const startOfTime = Date.UTC(2026, 0, 31, 12);

export function createFakeClock(): FakeClock {
  const timers = new Set<{ at: number; readonly run: () => void }>();
  let now = startOfTime;
  const move = (milliseconds: number): void => {
    now += milliseconds;
    for (const timer of timers) timer.at += milliseconds;
  };
  return {
    now: () => now,
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        now = next.at;
        next.run();
      }
      now = end;
    },
    sleep: move,
    setBack: (milliseconds) => move(-milliseconds),
    waiting: () => timers.size,
  };
}

/** A network cable that the test pulls. */
export interface FakeNetwork extends Network {
  online: boolean;
}

export function createFakeNetwork(): FakeNetwork {
  const fake = { online: true, isOnline: (): boolean => fake.online };
  return fake;
}

export interface SignInUnderWay {
  readonly request: SignInRequest;
  readonly answer: (answer: Result<SignedInUser>) => void;
  readonly throws: (error: Error) => void;
}

/** Entra ID, answered by the test. An aborted sign-in lets go at once, unless `lingers` is set. */
export interface FakeIdentity extends Identity {
  readonly signIns: SignInUnderWay[];
  /** How a service principal's sign-in is answered; by default it is taken. */
  takeServicePrincipal: (
    input: ServicePrincipalInput,
  ) => Result<SignedInServicePrincipal> | Promise<Result<SignedInServicePrincipal>>;
  /** What this machine's identity endpoint says; by default there is none. */
  machine: Result<SignedInManagedIdentity>;
  readonly asks: TokenAsk[];
  readonly forgotten: string[];
  flushes: number;
  lingers: boolean;
  /** How tokens are answered; by default each is a new one that lives for an hour. */
  issue: (ask: TokenAsk) => Result<AccessToken> | Promise<Result<AccessToken>>;
}

export function createFakeIdentity(clock: Clock): FakeIdentity {
  const identity: FakeIdentity = {
    signIns: [],
    asks: [],
    forgotten: [],
    flushes: 0,
    lingers: false,
    issue: (ask) => succeed(tokenFor(ask, clock, `token-${identity.asks.length}`)),
    signIn(request) {
      const { promise, resolve, reject } = Promise.withResolvers<Result<SignedInUser>>();
      identity.signIns.push({ request, answer: resolve, throws: reject });
      request.signal.addEventListener('abort', () => {
        if (!identity.lingers) resolve(fail(aProblem('unexpected')));
      });
      return promise;
    },
    takeServicePrincipal: ({ clientId, tenant, credential: { kind } }) =>
      succeed({
        cloud: 'AzureCloud',
        homeAccountId: `service-principal:${clientId}.${tenant}`,
        homeTenantId: tenant,
        username: clientId,
        credential: kind === 'secret' ? { kind } : undefined,
      }),
    signInServicePrincipal: async (input) => identity.takeServicePrincipal(input),
    machine: fail(aProblem('no-managed-identity')),
    findManagedIdentity: async () =>
      identity.machine.ok ? succeed({ source: 'imds' }) : identity.machine,
    signInManagedIdentity: async () => identity.machine,
    async acquireToken(ask) {
      identity.asks.push(ask);
      return identity.issue(ask);
    },
    async forget({ homeAccountId }) {
      identity.forgotten.push(homeAccountId);
    },
    async flush() {
      identity.flushes += 1;
    },
  };
  return identity;
}

export function tokenFor(ask: TokenAsk, clock: Clock, text: string): AccessToken {
  return {
    secret: secret(text),
    tenantId: ask.tenantId,
    scopes: ask.scopes,
    expiresAt: clock.now() + 3_600_000,
  };
}

export interface Question {
  readonly account: Account;
  /** None for the list of tenants. */
  readonly tenantId?: string;
  readonly signal: AbortSignal;
}

interface TenantsQuestion extends Question {
  readonly answer: (answer: Result<readonly FoundTenant[]>) => void;
}

interface SubscriptionsQuestion extends Question {
  readonly tenantId: string;
  readonly answer: (answer: Result<readonly FoundSubscription[]>) => void;
}

/** Azure Resource Manager, whose every answer the test gives. */
export interface FakeDirectory extends Directory {
  readonly tenantsAsked: TenantsQuestion[];
  readonly subscriptionsAsked: SubscriptionsQuestion[];
  /** Answers every open and future question from a table. */
  answerFrom(reach: Reach): void;
}

/** What an account reaches: subscriptions, or a problem, for each tenant. */
export type Reach = Readonly<Record<string, readonly string[] | Problem>>;

export function createFakeDirectory(): FakeDirectory {
  let known: Reach | undefined;
  const answerTenants = (question: TenantsQuestion, reach: Reach): void =>
    question.answer(succeed(Object.keys(reach).map(foundTenant)));
  const answerSubscriptions = (question: SubscriptionsQuestion, reach: Reach): void => {
    const found = reach[question.tenantId] ?? [];
    question.answer(
      'message' in found ? fail(found) : succeed(found.map((id) => foundSubscription(id))),
    );
  };
  const directory: FakeDirectory = {
    tenantsAsked: [],
    subscriptionsAsked: [],
    tenants(account, signal) {
      const { promise, resolve } = Promise.withResolvers<Result<readonly FoundTenant[]>>();
      const question = { account, signal, answer: resolve };
      directory.tenantsAsked.push(question);
      if (known) answerTenants(question, known);
      return promise;
    },
    subscriptions(account, tenantId, signal) {
      const { promise, resolve } = Promise.withResolvers<Result<readonly FoundSubscription[]>>();
      const question = { account, tenantId, signal, answer: resolve };
      directory.subscriptionsAsked.push(question);
      if (known) answerSubscriptions(question, known);
      return promise;
    },
    answerFrom(reach) {
      known = reach;
      for (const question of directory.tenantsAsked) answerTenants(question, reach);
      for (const question of directory.subscriptionsAsked) answerSubscriptions(question, reach);
    },
  };
  return directory;
}

export const foundTenant = (tenantId: string): FoundTenant => ({
  tenantId,
  displayName: `Tenant ${tenantId}`,
  defaultDomain: `${tenantId}.example`,
});

export const foundSubscription = (subscriptionId: string): FoundSubscription => ({
  subscriptionId,
  displayName: `Subscription ${subscriptionId}`,
  state: 'Enabled',
  managedByTenantIds: [],
});

/** The system's clipboard, with everything that was ever done to it. */
export interface FakeClipboard extends Clipboard, SystemClipboard {
  text: string;
  readonly deeds: string[];
}

export function createFakeClipboard(): FakeClipboard {
  let secret: string | undefined;
  const clipboard: FakeClipboard = {
    text: '',
    deeds: [],
    read: async () => clipboard.text,
    async write(text) {
      clipboard.deeds.push(`write ${text}`);
      clipboard.text = text;
    },
    async writeSecret(text) {
      clipboard.deeds.push(`write secret ${text}`);
      clipboard.text = text;
      secret = text;
      return true;
    },
    async clearSecret() {
      if (clipboard.text === secret) await clipboard.clear();
    },
    async clear() {
      clipboard.deeds.push('clear');
      clipboard.text = '';
    },
  };
  return clipboard;
}

/** A vault in memory that keeps every write. While `held` is set, writes wait for `release`. */
export interface FakeVault extends Vault {
  readonly contents: Map<VaultDocument, string>;
  readonly writes: VaultDocument[];
  readonly setAsides: VaultDocument[];
  held: boolean;
  release(): void;
}

export function createFakeVault(contents: Partial<Record<VaultDocument, unknown>> = {}): FakeVault {
  const waiting: (() => void)[] = [];
  const vault: FakeVault = {
    contents: new Map(
      Object.entries(contents).map(([name, value]) => [
        name as VaultDocument,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
    writes: [],
    setAsides: [],
    held: false,
    read: async (document) => vault.contents.get(document),
    async write(document, text) {
      vault.writes.push(document);
      if (vault.held) await new Promise<void>((resolve) => void waiting.push(resolve));
      vault.contents.set(document, text);
    },
    async setAside(document) {
      vault.setAsides.push(document);
      vault.contents.delete(document);
    },
    release() {
      vault.held = false;
      for (const goOn of waiting.splice(0)) goOn();
    },
  };
  return vault;
}

/** The person's browser: which pages it was given, and what it says to the next. */
export interface FakeBrowser {
  readonly opened: string[];
  answer: Result<null> | Promise<Result<null>>;
  readonly openLink: OpenLink;
}

export function createFakeBrowser(): FakeBrowser {
  const browser: FakeBrowser = {
    opened: [],
    answer: succeed(null),
    async openLink(address) {
      browser.opened.push(address);
      return browser.answer;
    },
  };
  return browser;
}

/** A browser with a private window, if it has a name. */
export interface FakePrivateWindow extends PrivateWindow {
  readonly opened: string[];
}

export function createFakePrivateWindow(name?: string): FakePrivateWindow {
  const opened: string[] = [];
  return {
    opened,
    find: async () => name,
    async open(address) {
      opened.push(address);
      return succeed(null);
    },
  };
}

/** Azure CLI's files, which are what a test says, and what was done to them. */
export interface FakeAzureCli extends AzureCliFolder {
  found: AzureCli;
  readonly pointedAt: DefaultForCli[];
  readonly removed: CliSecretFileName[];
  /** How following is answered; none means as whom it was asked for. */
  answer: Result<CliFollowed> | undefined;
}

export function createFakeAzureCli(): FakeAzureCli {
  const fake: FakeAzureCli = {
    found: { kind: 'unread' },
    pointedAt: [],
    removed: [],
    answer: undefined,
    look: async () => fake.found,
    async pointAt(chosen) {
      fake.pointedAt.push(chosen);
      return fake.answer ?? succeed({ username: chosen.account.username });
    },
    async removeSecretFile(name) {
      fake.removed.push(name);
      return succeed(null);
    },
  };
  return fake;
}

export interface FakeLog extends Log {
  readonly lines: string[];
}

export function createFakeLog(): FakeLog {
  const lines: string[] = [];
  const write = (message: string, facts: unknown = {}): void =>
    void lines.push(`${message} ${JSON.stringify(facts)}`);
  return { lines, info: write, warn: write };
}

/** Ids that count: `id-1`, `id-2`, … */
export function createCounter(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `id-${count}`;
  };
}

export const aProblem = (kind: Problem['kind'], more: Partial<Problem> = {}): Problem => ({
  kind,
  message: `A problem: ${kind}.`,
  ...more,
});

/** An `az` that is only said to be in its folder. */
export function createFakeShim(): Shim {
  let installed = false;
  const status = () => ({ folder: '/profile/shim', installed });
  return {
    status: async () => status(),
    async install() {
      installed = true;
      return succeed(status());
    },
    async uninstall() {
      installed = false;
      return succeed(status());
    },
  };
}
