import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import type { Secrets } from '../secrets.ts';
import type { Dialect } from './identity-endpoint.ts';

const oauthRefusal: Dialect['refuse'] = (context, status, error, text) =>
  context.json({ error, error_description: text }, status);

const isMetadata = (context: Context): boolean => context.req.header('metadata') === 'true';

/** A virtual machine. https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token */
export const imds: Dialect = {
  path: '/metadata/identity/oauth2/token',
  method: 'get',
  apiVersion: '2018-02-01',
  turnAway(context) {
    if (context.req.header('x-forwarded-for') !== undefined) {
      return oauthRefusal(context, 400, 'invalid_request', 'Forwarded requests are refused');
    }
    if (isMetadata(context)) return undefined;
    const text = 'Required metadata header not specified';
    return oauthRefusal(context, 400, 'invalid_request', text);
  },
  refuse: oauthRefusal,
  unknownIdentity: 'Identity not found',
};

/** App Service, Functions, Container Apps. https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference */
export function appService(header: string): Dialect {
  const refuse: Dialect['refuse'] = (context, status, _code, message) =>
    context.json({ statusCode: status, message, correlationId: randomUUID() }, status);
  return {
    path: '/msi/token',
    method: 'get',
    apiVersion: '2019-08-01',
    turnAway: (context) =>
      same(context.req.header('x-identity-header') ?? '', header)
        ? undefined
        : refuse(context, 401, '', 'The X-IDENTITY-HEADER header is wrong.'),
    refuse,
    unknownIdentity:
      'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.',
  };
}

/** Cloud Shell, whose tokens are those of the person at it. */
export const cloudShell: Dialect = {
  path: '/oauth2/token',
  method: 'post',
  turnAway: (context) =>
    isMetadata(context)
      ? undefined
      : oauthRefusal(context, 400, 'invalid_request', 'Required metadata header not specified'),
  refuse: oauthRefusal,
  unknownIdentity: 'Identity not found',
};

/**
 * A server elsewhere with Azure Arc's agent. A caller proves with a file that it may read what the agent may.
 * https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication
 *
 * @param folder where the key files really are
 * @param named the folder as callers see it
 */
export function azureArc(folder: string, named: string, secrets: Secrets): Dialect {
  const keys = new Set<string>();
  return {
    path: '/metadata/identity/oauth2/token',
    method: 'get',
    apiVersion: '2020-06-01',
    turnAway(context) {
      if (!isMetadata(context)) {
        return oauthRefusal(context, 400, 'invalid_request', 'Metadata header is missing');
      }
      const key = context.req.header('authorization')?.replace(/^Basic /, '') ?? '';
      if (keys.delete(key)) return undefined;
      const file = `${randomUUID()}.key`;
      const fresh = secrets.note(randomBytes(36).toString('base64url'));
      keys.add(fresh);
      writeFileSync(join(folder, file), fresh, { mode: 0o640 });
      return context.json({ error: 'unauthorized_client' }, 401, {
        'WWW-Authenticate': `Basic realm=${named}${file}`,
      });
    },
    refuse: oauthRefusal,
    unknownIdentity: 'Identity not found',
  };
}

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
