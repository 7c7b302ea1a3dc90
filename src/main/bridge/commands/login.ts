import type { SignInMethod } from '../../../shared/app-state.ts';
import type { Result } from '../../../shared/problem.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { answer, command, failure } from '../command.ts';

export const login = command({
  name: 'login',
  summary: 'Sign in, with a browser or a device code.',
  options: {
    useDeviceCode: {
      kind: 'flag',
      flags: ['--use-device-code'],
      help: 'Show a code to type on any device, instead of opening a browser.',
    },
    tenant: { kind: 'text', flags: ['--tenant', '-t'], help: 'The tenant to sign in to.' },
    username: {
      kind: 'text',
      flags: ['--username', '-u'],
      help: 'The account that signs in; it is offered to the sign-in page.',
    },
    scope: {
      kind: 'texts',
      flags: ['--scope'],
      help: 'Taken, so that the line which a refusal suggests can be pasted; the sign-in is for Azure Resource Manager.',
    },
    allowNoSubscriptions: {
      kind: 'flag',
      flags: ['--allow-no-subscriptions'],
      help: 'An account that reaches no subscription is no failure.',
    },
  },
  async run({ useDeviceCode, tenant, username, allowNoSubscriptions }, context) {
    const { hasBrowser, terminal } = context;
    if (!useDeviceCode && !hasBrowser) {
      terminal.err('WARNING: No web browser is available here. A device code is used instead.\n');
    }
    const ask = {
      method: useDeviceCode || !hasBrowser ? ('device-code' as const) : ('interactive' as const),
      ...(tenant === undefined ? {} : { tenant }),
      ...whoFor(context, username),
    };
    const done = await signIn(context, ask);
    return done.ok
      ? welcome(context, done.value.accountKey, allowNoSubscriptions)
      : failure(context.views.refusal(done.problem));
  },
});

interface SignInAsk {
  readonly method: SignInMethod;
  readonly tenant?: string;
  readonly accountKey?: string;
  readonly username?: string;
}

/** An account of the list, whose refusals a new sign-in has to answer, or just a name for the sign-in page. */
function whoFor({ store }: CommandContext, username: string | undefined): Partial<SignInAsk> {
  if (username === undefined) return {};
  const wanted = username.toLowerCase();
  const known = store.state().accounts.find((one) => one.username.toLowerCase() === wanted);
  return known ? { accountKey: known.key } : { username };
}

/** Signs in while telling the terminal what to do. */
async function signIn(
  context: CommandContext,
  ask: SignInAsk,
): Promise<Result<{ readonly accountKey: string }>> {
  const { store, core, views, terminal } = context;
  let told: string | undefined;
  let noBrowser = false;
  const cancel = (): void => void core.run('cancel-sign-in', {}, 'cli');
  const unsubscribe = store.subscribe(({ changed }) => {
    if (ask.method === 'interactive' && changed.notices?.some(isBrowserNotOpened) === true) {
      noBrowser = true;
      cancel();
      return;
    }
    const { authority } = store.state().about.cloud;
    const prompt = changed.signIn && views.signInPrompt(changed.signIn, authority);
    if (prompt === undefined || prompt === told) return;
    told = prompt;
    terminal.err(`${changed.signIn?.kind === 'browser' ? 'WARNING: ' : ''}${prompt}\n`);
  });
  terminal.signal.addEventListener('abort', cancel, { once: true });
  try {
    const done = await core.run('sign-in', ask, 'cli');
    if (done.ok || !noBrowser || terminal.signal.aborted) return done;
  } finally {
    unsubscribe();
    terminal.signal.removeEventListener('abort', cancel);
  }
  terminal.err('WARNING: The web browser could not be opened. A device code is used instead.\n');
  return signIn(context, { ...ask, method: 'device-code' });
}

const isBrowserNotOpened = ({ id }: { readonly id: string }): boolean =>
  id === 'browser-not-opened';

/** Waits for the account's subscriptions and lists them, as Azure CLI's `login` does. */
async function welcome(
  { store, core, views, terminal }: CommandContext,
  accountKey: string,
  allowNoSubscriptions: boolean,
): Promise<Outcome> {
  await core.run('refresh', { accountKey }, 'cli');
  for (const warning of views.tenantWarnings(store.state(), accountKey)) {
    terminal.err(`WARNING: ${warning}\n`);
  }
  const { accounts, subscriptions, selection } = store.state();
  const found = subscriptions.filter((one) => one.accountKey === accountKey);
  const [first] = found;
  if (!first && allowNoSubscriptions) return answer({ value: [] });
  if (!first) {
    const username = accounts.find((one) => one.key === accountKey)?.username ?? 'this account';
    return failure(`No subscriptions found for ${username}.`);
  }
  if (selection.defaultSubscriptionKey === undefined && !selection.lost) {
    const chosen = found.find((one) => one.state === 'Enabled') ?? first;
    await core.run('choose-default', { subscriptionKey: chosen.key }, 'cli');
    terminal.err(
      `WARNING: '${chosen.displayName}' is now the default subscription. Change it with 'account set'.\n`,
    );
  }
  return answer(views.accountList(store.state(), found));
}
