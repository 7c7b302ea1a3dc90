import { Hono } from 'hono';
import type { World } from '../world.ts';
import { consumersTenantId } from '../directory/personal-accounts.ts';
import { readAuthority, type Authority } from './authority.ts';
import { correlationOf, originOf } from './exchange.ts';
import { errorBody, isRefusal } from './refusal.ts';

/** Hosts of the public cloud, as the real instance discovery lists them. */
const publicCloud = {
  preferred_network: 'login.microsoftonline.com',
  preferred_cache: 'login.windows.net',
  aliases: [
    'login.microsoftonline.com',
    'login.windows.net',
    'login.microsoft.com',
    'sts.windows.net',
  ],
};

/** What stands for the tenant in an authority's own URLs: its GUID, or the word that was asked for. */
function tenantName(authority: Authority): string {
  if (authority.kind === 'tenant') return authority.tenant.id;
  return authority.kind;
}

function issuerTenant(authority: Authority): string {
  if (authority.kind === 'tenant') return authority.tenant.id;
  return authority.kind === 'consumers' ? consumersTenantId : '{tenantid}';
}

/** https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#fetch-the-openid-configuration-document */
export function openIdConfiguration(origin: string, authority: Authority) {
  const base = `${origin}/${tenantName(authority)}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
      'self_signed_tls_client_auth',
    ],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${origin}/${issuerTenant(authority)}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'auth_time', 'acr', 'nonce', 'name'],
    kerberos_endpoint: `${base}/kerberos`,
    tenant_region_scope: authority.kind === 'tenant' ? 'WW' : null,
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
  };
}

/** What clients ask before they sign anybody in. */
export function discoveryRoutes(world: World): Hono {
  const app = new Hono();

  app.get('/common/discovery/instance', (context) => {
    const asked = context.req.query('authorization_endpoint') ?? '';
    if (!URL.canParse(asked)) {
      return context.json({ error: 'invalid_request', error_description: 'AADSTS90012' }, 400);
    }
    const { host } = new URL(originOf(context));
    const url = new URL(asked);
    const known = [...publicCloud.aliases, host];
    if (!known.includes(url.host)) {
      return context.json(
        {
          error: 'invalid_instance',
          error_description: `AADSTS50049: Unknown or invalid instance. Timestamp: ${new Date(world.clock.now()).toISOString()}`,
          error_codes: [50049],
        },
        400,
      );
    }
    const segment = url.pathname.split('/')[1] ?? 'common';
    const own = { preferred_network: host, preferred_cache: host, aliases: [host] };
    return context.json({
      tenant_discovery_endpoint: `${originOf(context)}/${segment}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: publicCloud.aliases.includes(host) ? [publicCloud] : [own, publicCloud],
    });
  });

  for (const path of [
    '/:authority/v2.0/.well-known/openid-configuration',
    '/:authority/.well-known/openid-configuration',
  ]) {
    app.get(path, (context) => {
      const authority = readAuthority(world.directory, context.req.param('authority') ?? '');
      const origin = originOf(context);
      if (!isRefusal(authority)) return context.json(openIdConfiguration(origin, authority));
      const correlationId = correlationOf(context);
      return context.json(errorBody(authority, { clock: world.clock, origin, correlationId }), 400);
    });
  }

  for (const path of ['/:authority/discovery/v2.0/keys', '/:authority/discovery/keys']) {
    app.get(path, (context) => context.json(world.signingKeys.keySet));
  }

  // msal-python asks this before the password grant.
  app.get('/common/userrealm/:username', (context) =>
    context.json({
      ver: '1.0',
      account_type: world.directory.findUser(context.req.param('username')) ? 'Managed' : 'Unknown',
      cloud_instance_name: 'microsoftonline.com',
    }),
  );
  return app;
}
