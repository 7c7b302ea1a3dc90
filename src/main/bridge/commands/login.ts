import { readClaimsRequest } from '../../../shared/claims-request.ts';
import type { Result } from '../../../shared/problem.ts';
import { cannotWriteNotice } from '../../core/ports/storage.ts';
import type { SignInAsk } from '../../core/sign-in-purpose.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { answer, command, failure } from '../command.ts';
import { signInManagedIdentity } from '../managed-identity-input.ts';
import type { ServicePrincipalOptions } from '../service-principal-input.ts';
import { readServicePrincipal } from '../service-principal-input.ts';

export const login = command({
  name: 'login',
  az: true,
  summary: 'Sign in, with a browser, a device code, or as a service principal.',
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
      help: 'The account that signs in, offered to the sign-in page; the client ID of a service principal; with --identity any ID of a user-assigned identity.',
    },
    servicePrincipal: {
      kind: 'flag',
      flags: ['--service-principal'],
      help: 'Sign in as a service principal: --username CLIENT_ID --tenant TENANT and one credential.',
    },
    password: {
      kind: 'text',
      flags: ['--password', '-p'],
      help: 'The secret, or the password of the certificate. With - it is asked for, or read from stdin.',
    },
    certificate: {
      kind: 'text',
      flags: ['--certificate'],
      help: 'A PEM or PFX file with the certificate and its private key.',
    },
    useCertSnIssuer: {
      kind: 'flag',
      flags: ['--use-cert-sn-issuer'],
      help: 'Send the certificate along, so that its subject name and issuer decide.',
    },
    federatedToken: {
      kind: 'text',
      flags: ['--federated-token'],
      help: 'A token of another identity provider that the application trusts.',
    },
    identity: {
      kind: 'flag',
      flags: ['--identity', '-i'],
      help: "Sign in as this machine's own managed identity.",
    },
    clientId: {
      kind: 'text',
      flags: ['--client-id'],
      help: 'Client ID of a user-assigned managed identity.',
    },
    objectId: {
      kind: 'text',
      flags: ['--object-id'],
      help: 'Object ID of a user-assigned managed identity.',
    },
    resourceId: {
      kind: 'text',
      flags: ['--resource-id'],
      help: 'Resource ID of a user-assigned managed identity.',
    },
    scope: {
      kind: 'texts',
      flags: ['--scope'],
      help: 'What the sign-in has to bring a token for, all of one service. Default to Azure Resource Manager.',
    },
    claimsChallenge: {
      kind: 'text',
      flags: ['--claims-challenge'],
      help: 'The claims challenge of a service, in base64, as the tool that was refused prints it.',
    },
    allowNoSubscriptions: {
      kind: 'flag',
      flags: ['--allow-no-subscriptions'],
      help: 'An account that reaches no subscription is no failure.',
    },
  },
  async run(values, context) {
    const { useDeviceCode, tenant, username, allowNoSubscriptions } = values;
    const { hasBrowser, terminal } = context;
    if (values.identity) {
      const done = await signInManagedIdentity(values, context);
      return done.ok
        ? welcome(context, done.value.accountKey, allowNoSubscriptions)
        : failure(context.views.refusal(done.problem));
    }
    if ([values.clientId, values.objectId, values.resourceId].some((one) => one !== undefined)) {
      return failure('usage error: --client-id, --object-id and --resource-id go with --identity');
    }
    if (values.servicePrincipal) return signInServicePrincipal(values, context);
    if (
      [values.password, values.certificate, values.federatedToken].some((one) => one !== undefined)
    ) {
      return failure(
        'usage error: --password, --certificate and --federated-token go with --service-principal',
      );
    }
    const challenge = values.claimsChallenge;
    const claims = challenge === undefined ? undefined : readClaimsRequest(challenge);
    if (claims?.ok === false)
      return failure(`usage error: --claims-challenge: ${claims.complaint}`);
    if (!useDeviceCode && !hasBrowser) {
      terminal.err('WARNING: No web browser is available here. A device code is used instead.\n');
    }
    const done = await signIn(context, {
      method: useDeviceCode || !hasBrowser ? 'device-code' : 'interactive',
      // Whoever types a command looks at the screen: what the window remembers of browsers is not for them.
      browser: 'default',
      tenant,
      claims: claims?.claims,
      scopes: values.scope.length === 0 ? undefined : values.scope,
      ...whoFor(context, username),
    });
    return done.ok
      ? welcome(context, done.value.accountKey, allowNoSubscriptions)
      : failure(context.views.signInRefusal(done.problem, context.store.state().signIn));
  },
});

async function signInServicePrincipal(
  values: ServicePrincipalOptions & { readonly allowNoSubscriptions: boolean },
  context: CommandContext,
): Promise<Outcome> {
  const read = await readServicePrincipal(values, context);
  if (read.kind === 'complaint') return failure(read.complaint);
  const done = await context.core.run('sign-in-service-principal', read.input, 'cli');
  return done.ok
    ? welcome(context, done.value.accountKey, values.allowNoSubscriptions)
    : failure(context.views.refusal(done.problem));
}

/** An account of the list, whose refusals a new sign-in has to answer, or just a name for the sign-in page. */
function whoFor(
  { store }: CommandContext,
  username: string | undefined,
): Pick<SignInAsk, 'accountKey' | 'username'> {
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
    const other = changed.notices?.find(({ id }) => id === 'another-account');
    if (other) terminal.err(`WARNING: ${other.message}\n`);
    const prompt = changed.signIn && views.signInPrompt(changed.signIn, store.state().clouds);
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
  const { accounts, notices, subscriptions, selection } = store.state();
  // The sign-in is good all the same, and nobody may be looking at the window.
  const unwritten = notices.find(({ id }) => id === cannotWriteNotice);
  if (unwritten) terminal.err(`WARNING: ${unwritten.message}\n`);
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
