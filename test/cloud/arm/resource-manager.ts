import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { Subscription } from '../directory/model.ts';
import type { World } from '../world.ts';
import { armError } from './arm-error.ts';
import { readCaller, type Caller } from './bearer.ts';
import {
  subscriptionResource,
  tenantResource,
  visibleSubscriptions,
  visibleTenants,
} from './lists.ts';
import { showMetadata } from './metadata.ts';
import { pageOf } from './paging.ts';

interface Call extends Caller {
  readonly apiVersion: string;
  readonly url: URL;
}

function wrongTenant(
  context: Context,
  world: World,
  call: Call,
  subscription: Subscription,
): Response {
  const issuer = (tenantId: string): string => `https://sts.windows.net/${tenantId}/`;
  const message = `The access token is from the wrong issuer '${issuer(call.tenant.id)}'. It must match the tenant '${issuer(subscription.homeTenant)}' associated with this subscription. Please use the authority (URL) 'https://login.windows.net/${subscription.homeTenant}' to get the token.`;
  return armError(context, 401, 'InvalidAuthenticationTokenTenant', message, {
    'WWW-Authenticate': `Bearer authorization_uri="https://login.windows.net/${subscription.homeTenant}", error="invalid_token", error_description="The authentication failed because the access token is from the wrong issuer."`,
  });
}

function showSubscription(context: Context, world: World, call: Call, id: string): Response {
  const wanted = id.toLowerCase();
  const visible = visibleSubscriptions(world, call).find((each) => each.id === wanted);
  if (visible) return context.json(subscriptionResource(visible, call.apiVersion));
  const elsewhere = world.directory.findSubscription(wanted);
  const current = elsewhere ? world.standing.currently(elsewhere) : undefined;
  if (!current) {
    return armError(
      context,
      404,
      'SubscriptionNotFound',
      `The subscription '${id}' could not be found.`,
    );
  }
  if (current.access[call.tenant.id]) {
    const who =
      call.subject.kind === 'user'
        ? call.subject.signIn.user.username
        : call.subject.application.id;
    return armError(
      context,
      403,
      'AuthorizationFailed',
      `The client '${who}' does not have authorization to perform action 'Microsoft.Resources/subscriptions/read' over scope '/subscriptions/${id}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
    );
  }
  return wrongTenant(context, world, call, current);
}

/** The part of Azure Resource Manager that an account manager uses. `authority` goes into challenges. */
export function createResourceManager(world: World, authority: string): Hono {
  const app = new Hono();

  const onCall =
    (answer: (context: Context, call: Call) => Response) =>
    async (context: Context): Promise<Response> => {
      context.header('x-ms-request-id', randomUUID());
      context.header('x-ms-correlation-request-id', randomUUID());
      const caller = await readCaller(world, context, authority);
      if (caller instanceof Response) return caller;
      const url = new URL(context.req.url);
      url.protocol = 'https:';
      url.host = context.req.header('host') ?? url.host;
      const apiVersion = url.searchParams.get('api-version');
      if (apiVersion === null || !/^\d{4}-\d{2}-\d{2}(-preview)?$/.test(apiVersion)) {
        return armError(
          context,
          400,
          'MissingApiVersionParameter',
          'The api-version query parameter (?api-version=) is required for all requests.',
        );
      }
      return answer(context, { ...caller, apiVersion, url });
    };

  app.get('/metadata/endpoints', (context) => showMetadata(context, authority));
  app.get(
    '/tenants',
    onCall((context, call) => {
      const tenants = visibleTenants(world, call).map((each) =>
        tenantResource(each, call.apiVersion),
      );
      return context.json(pageOf(tenants, call.url, world.settings.current().pageSize));
    }),
  );
  app.get(
    '/subscriptions',
    onCall((context, call) => {
      const subscriptions = visibleSubscriptions(world, call).map((each) =>
        subscriptionResource(each, call.apiVersion),
      );
      return context.json({
        ...pageOf(subscriptions, call.url, world.settings.current().pageSize),
        count: { type: 'Total', value: subscriptions.length },
      });
    }),
  );
  app.get(
    '/subscriptions/:id',
    onCall((context, call) =>
      showSubscription(context, world, call, context.req.param('id') ?? ''),
    ),
  );
  app.notFound((context) =>
    armError(
      context,
      404,
      'InvalidResourceType',
      `The resource '${new URL(context.req.url).pathname}' is not part of the simulated Azure Resource Manager.`,
    ),
  );
  return app;
}
