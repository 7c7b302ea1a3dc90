import type { ManagedIdentityChoice } from '../../shared/managed-identity.ts';
import { managedIdentityChoiceSchema } from '../../shared/managed-identity.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail } from '../../shared/problem.ts';
import type { CommandContext } from './command.ts';

/** The options of `login --identity`. */
export interface ManagedIdentityOptions {
  readonly username: string | undefined;
  readonly clientId: string | undefined;
  readonly objectId: string | undefined;
  readonly resourceId: string | undefined;
  readonly servicePrincipal: boolean;
  readonly useDeviceCode: boolean;
}

type SignedIn = Result<{ readonly accountKey: string }>;

/** Signs an identity of the machine in that the running program is on. */
export async function signInManagedIdentity(
  options: ManagedIdentityOptions,
  { core }: Pick<CommandContext, 'core'>,
): Promise<SignedIn> {
  const choices = choicesOf(options);
  if ('message' in choices) return fail(choices);
  const signIn = (identity: ManagedIdentityChoice): Promise<SignedIn> =>
    core.run('sign-in-managed-identity', { identity }, 'cli');
  const [first, second] = choices;
  const done = await signIn(first);
  // An ID of an unsaid kind is tried as one and then as the other, as Azure CLI does.
  const isOther = !done.ok && done.problem.kind === 'unknown-identity';
  return isOther && second ? signIn(second) : done;
}

type Choices = readonly [ManagedIdentityChoice, ManagedIdentityChoice?];

function choicesOf(options: ManagedIdentityOptions): Choices | Problem {
  const { username, clientId, objectId, resourceId } = options;
  const named = [username, clientId, objectId, resourceId].filter((one) => one !== undefined);
  if (options.servicePrincipal || options.useDeviceCode || named.length > 1) {
    return usage('usage error: --identity [--client-id ID | --object-id ID | --resource-id ID]');
  }
  if (clientId !== undefined) return checked({ kind: 'client-id', id: clientId });
  if (objectId !== undefined) return checked({ kind: 'object-id', id: objectId });
  if (resourceId !== undefined) return checked({ kind: 'resource-id', id: resourceId });
  if (username === undefined) return [{ kind: 'system-assigned' }];
  if (username.startsWith('/')) return checked({ kind: 'resource-id', id: username });
  return checked({ kind: 'client-id', id: username }, { kind: 'object-id', id: username });
}

function checked(first: ManagedIdentityChoice, second?: ManagedIdentityChoice): Choices | Problem {
  const parsed = managedIdentityChoiceSchema.safeParse(first);
  if (!parsed.success) return usage(parsed.error.issues[0]?.message ?? 'Invalid input');
  return second === undefined ? [parsed.data] : [parsed.data, second];
}

const usage = (message: string): Problem => ({ kind: 'invalid-input', message });
