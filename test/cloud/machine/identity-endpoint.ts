import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { ManagedIdentity, User } from '../directory/model.ts';
import { mintForManagedIdentity, mintForUser, type TokenAnswer } from '../entra/mint.ts';
import { isRefusal, refusalText } from '../entra/refusal.ts';
import { readScopes } from '../entra/scopes.ts';
import { signInNow, type World } from '../world.ts';

/** Who a machine is. */
export interface MachineIdentities {
  readonly systemAssigned?: ManagedIdentity | undefined;
  readonly userAssigned?: readonly ManagedIdentity[];
  /** Its tokens are a person's: Cloud Shell, or what only speaks the protocol. */
  readonly person?: User;
}

/** How one kind of machine lets callers in and words its refusals. */
export interface Dialect {
  readonly path: string;
  readonly method: 'get' | 'post';
  readonly apiVersion?: string;
  /** The answer to a caller who may not ask. */
  readonly turnAway: (context: Context) => Response | undefined;
  readonly refuse: (context: Context, status: 400 | 401, code: string, text: string) => Response;
  readonly unknownIdentity: string;
}

/** An answer that takes the place of the true one. */
export interface Fault {
  readonly status: 404 | 410 | 429 | 500;
  readonly body?: string;
}

/** One machine's own token endpoint. */
export function identityEndpoint(
  world: World,
  identities: MachineIdentities,
  dialect: Dialect,
  nextFault: () => Fault | undefined,
): Hono {
  // MSAL ends the address with a slash, which the real endpoints take, too.
  const app = new Hono({ strict: false });
  app.on(dialect.method, dialect.path, async (context) => {
    const fault = nextFault();
    if (fault) return context.body(fault.body ?? '', fault.status);
    const away = dialect.turnAway(context);
    if (away) return away;
    const ask =
      dialect.method === 'post'
        ? new URLSearchParams(await context.req.text())
        : new URL(context.req.url).searchParams;
    const refuse = (code: string, text: string): Response =>
      dialect.refuse(context, 400, code, text);
    if (dialect.apiVersion !== undefined && ask.get('api-version') !== dialect.apiVersion) {
      return refuse('bad_request', `Required query variable 'api-version' is missing or unknown`);
    }
    const resource = ask.get('resource');
    if (!resource) return refuse('bad_request', "Required query variable 'resource' is missing");
    const found = chosen(identities, ask);
    if (!found) return refuse('invalid_request', dialect.unknownIdentity);
    const tenant = world.directory.findTenant('tenant' in found ? found.tenant : found.homeTenant);
    if (!tenant) throw new Error('a machine of an unknown tenant');
    const scopes = readScopes(`${resource}/.default`, tenant);
    if (isRefusal(scopes)) return refuse('invalid_resource', refusalText(scopes));
    const answer =
      'tenant' in found
        ? await mintForManagedIdentity(world, found, tenant, scopes)
        : await mintForUser(world, {
            signIn: signInNow(world, found, ['pwd']),
            tenant,
            client: { id: randomUUID() },
            scopes,
            capabilities: [],
            wantsClientInfo: false,
            origin: 'https://localhost',
          });
    return context.json(tokenBody(world, answer, resource, ask, found));
  });
  return app;
}

function chosen(
  { systemAssigned, userAssigned = [], person }: MachineIdentities,
  ask: URLSearchParams,
): ManagedIdentity | User | undefined {
  const [clientId, objectId] = [ask.get('client_id'), ask.get('object_id')];
  const resourceId = ask.get('msi_res_id') ?? ask.get('mi_res_id');
  if (clientId === null && objectId === null && resourceId === null) {
    return person ?? systemAssigned;
  }
  return userAssigned.find(
    (one) =>
      one.id === clientId ||
      one.objectId === objectId ||
      one.resourceId.toLowerCase() === resourceId?.toLowerCase(),
  );
}

/** Numbers are texts here, and `expires_on` is an epoch time. */
function tokenBody(
  { clock }: World,
  answer: TokenAnswer,
  resource: string,
  ask: URLSearchParams,
  found: ManagedIdentity | User,
): Readonly<Record<string, string>> {
  return {
    access_token: answer.access_token,
    client_id: found.id,
    expires_in: String(answer.expires_in),
    expires_on: String(clock.seconds() + answer.expires_in),
    ext_expires_in: String(answer.ext_expires_in),
    not_before: String(clock.seconds() - 300),
    resource,
    token_type: 'Bearer',
    // Azure Arc confirms which identity it answered for, by the name it was asked by.
    ...Object.fromEntries(
      [...ask].filter(([name]) => name === 'object_id' || name === 'msi_res_id'),
    ),
  };
}
