import { z } from 'zod';
import type { Cloud, User } from './start.ts';

/** Bare calls of the OAuth 2.0 endpoints, for tests of what no client library would send. */

const answerSchema = z.looseObject({
  access_token: z.string().optional(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
  client_info: z.string().optional(),
  scope: z.string().optional(),
  expires_in: z.number().optional(),
  foci: z.string().optional(),
  error: z.string().optional(),
  error_description: z.string().optional(),
  error_codes: z.array(z.number()).optional(),
  suberror: z.string().optional(),
  claims: z.string().optional(),
  correlation_id: z.string().optional(),
  device_code: z.string().optional(),
  user_code: z.string().optional(),
});

export type Answer = z.infer<typeof answerSchema> & { readonly status: number };

export const azureCli = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
export const armScope = 'https://management.core.windows.net//.default';
export const openIdScopes = 'openid profile offline_access';

export async function postForm(
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const body = new URLSearchParams(Object.entries(fields));
  const response = await fetch(url, { method: 'POST', body, headers: { ...headers } });
  return { ...answerSchema.parse(await response.json()), status: response.status };
}

/** POST to the token endpoint of an authority (a tenant's id or domain, `common`, …). */
export function askForToken(
  cloud: Cloud,
  authority: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return postForm(`${cloud.authority}/${authority}/oauth2/v2.0/token`, fields, headers);
}

export function askForDeviceCode(cloud: Cloud, authority = 'organizations'): Promise<Answer> {
  return postForm(`${cloud.authority}/${authority}/oauth2/v2.0/devicecode`, {
    client_id: azureCli,
    scope: `${openIdScopes} ${armScope}`,
  });
}

export function pollForToken(cloud: Cloud, deviceCode: string): Promise<Answer> {
  return askForToken(cloud, 'organizations', {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: azureCli,
    device_code: deviceCode,
    client_info: '1',
  });
}

/** Signs a user in by device code, without pages, and gives the token endpoint's answer. */
export async function signIn(
  cloud: Cloud,
  user: User,
  authority = 'organizations',
): Promise<Answer> {
  const code = await askForDeviceCode(cloud, authority);
  cloud.approveDeviceCode(code.user_code ?? '', user);
  return pollForToken(cloud, code.device_code ?? '');
}

export function refresh(
  cloud: Cloud,
  refreshToken: string | undefined,
  authority: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return askForToken(cloud, authority, {
    grant_type: 'refresh_token',
    client_id: azureCli,
    refresh_token: refreshToken ?? '',
    scope: `${openIdScopes} ${armScope}`,
    ...more,
  });
}
