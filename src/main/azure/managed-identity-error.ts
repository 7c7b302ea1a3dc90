import { z } from 'zod';
import type {
  ManagedIdentityChoice,
  ManagedIdentitySource,
} from '../../shared/managed-identity.ts';
import { managedIdentitySourceNames } from '../../shared/managed-identity.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Exchange } from './exchange.ts';
import { noManagedIdentity } from './find-managed-identity.ts';
import { translateError } from './translate-error.ts';

/** The endpoints' bodies: OAuth's words (IMDS, Azure Arc), or `message` (App Service), in either case. */
const refusedBody = z.looseObject({
  error: z.union([z.string(), z.looseObject({ message: z.string().optional() })]).optional(),
  error_description: z.string().optional(),
  message: z.string().optional(),
  Message: z.string().optional(),
});

interface Ask {
  readonly source: ManagedIdentitySource;
  readonly identity: ManagedIdentityChoice;
}

/** Turns what MSAL threw for a managed identity into a problem; what was said on the wire wins. */
export function translateManagedIdentityError(
  error: unknown,
  last: Exchange | undefined,
  ask: Ask,
): Problem {
  if (last?.kind === 'failed') return unreachable(last.failure, ask);
  if (last?.kind === 'refused' && !isChallenge(error)) return refused(last, error, ask);
  return misfit(error);
}

type Failed = Extract<Exchange, { kind: 'failed' }>['failure'];

function unreachable({ kind, host, reason }: Failed, { source }: Ask): Problem {
  const detail = `${host}: ${reason}`;
  if (kind === 'timed-out') {
    return {
      kind: 'timed-out',
      message: `The identity endpoint of this computer (${host}) did not answer in time. Try again in a moment.`,
      remedy: { kind: 'retry' },
      detail,
    };
  }
  if (source === 'imds') return { ...noManagedIdentity, detail };
  return {
    kind: 'no-managed-identity',
    message: `Nothing answers at the identity endpoint that the environment names (${host}, ${managedIdentitySourceNames[source]}).`,
    remedy: { kind: 'retry' },
    detail,
  };
}

function refused(
  last: Extract<Exchange, { kind: 'refused' }>,
  error: unknown,
  { identity }: Ask,
): Problem {
  const { status } = last;
  const detail = wordsOf(last.body) ?? `status ${status}`;
  // Entra ID's own number came through: the audience is unknown, for one.
  if (detail.includes('AADSTS')) return translateError(error, last);
  // IMDS: "Identity not found"; App Service: "No … Managed Identity found for specified ClientId/…" (older: "No MSI found").
  if (status === 400 && /identity not found|no .*(?:identity|MSI) found/i.test(detail)) {
    return {
      kind: 'unknown-identity',
      message:
        identity.kind === 'system-assigned'
          ? 'No system-assigned identity is switched on for this machine. Switch it on in the portal, or name a user-assigned one.'
          : 'No user-assigned identity with this ID is assigned to this machine. Check the ID, or assign it in the portal.',
      field: 'identity',
      remedy: { kind: 'retry' },
      detail,
    };
  }
  const retry = { remedy: { kind: 'retry' }, detail } as const;
  switch (status) {
    case 401:
    case 403:
      return {
        kind: 'forbidden',
        message:
          'The identity endpoint of this computer did not accept this program. It may be meant for another user or container.',
        detail,
      };
    case 404:
    case 410:
      return {
        kind: 'service-error',
        message:
          'The identity endpoint of this computer is being updated. Try again in about a minute.',
        ...retry,
      };
    case 429:
      return {
        kind: 'throttled',
        message:
          'The identity endpoint of this computer asks to wait: too many requests. Try again in a minute.',
        ...retry,
      };
    default:
      return status >= 500
        ? {
            kind: 'service-error',
            message:
              'The identity endpoint of this computer has a passing problem. Try again in a moment.',
            ...retry,
          }
        : {
            kind: 'unexpected',
            message:
              'The identity endpoint of this computer refused the request. The details say why, in its own words.',
            ...retry,
          };
  }
}

function wordsOf(body: unknown): string | undefined {
  const parsed = refusedBody.safeParse(body);
  if (!parsed.success) return undefined;
  const { error, error_description: description, message, Message } = parsed.data;
  const nested = typeof error === 'string' ? error : error?.message;
  return [description, message, Message, nested].find((one) => one !== undefined && one !== '');
}

/** What stands in MSAL's own way (`ManagedIdentityErrorCodes`), mostly Azure Arc's proof by a file. */
const misfits: Readonly<Record<string, string>> = {
  unable_to_read_secret_file:
    'Azure Arc proves callers with a file that this user can not read. Join the group “himds”, or run Azimuth as a user who is in it.',
  invalid_file_path: 'Azure Arc named a key file outside of its own folder. It was not read.',
  invalid_file_extension: 'Azure Arc named a key file of another kind. It was not read.',
  invalid_secret: 'Azure Arc named a key file that is too large to be one. It was not read.',
  platform_not_supported: 'Azure Arc gives tokens to programs on Windows and Linux only.',
  user_assigned_managed_identity_not_confirmed:
    'Azure Arc did not confirm this user-assigned identity. Only newer agents know them: use the system-assigned one.',
  user_assigned_not_available_at_runtime:
    'Here the identity is set where the app is deployed. Use the system-assigned one.',
  unable_to_create_cloud_shell: 'Cloud Shell has no user-assigned identities.',
};

function isChallenge(error: unknown): boolean {
  return codeOf(error) in misfits || codeOf(error).startsWith('www_authenticate');
}

function misfit(error: unknown): Problem {
  const code = codeOf(error);
  const isMalformed = code.endsWith('_url_malformed');
  return {
    kind: isMalformed ? 'no-managed-identity' : 'forbidden',
    message:
      misfits[code] ??
      (isMalformed
        ? 'The identity endpoint that the environment names is no address.'
        : 'The identity endpoint of this computer gave an answer that makes no sense.'),
    code,
    detail: error instanceof Error ? error.message : String(error),
  };
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'errorCode') : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
