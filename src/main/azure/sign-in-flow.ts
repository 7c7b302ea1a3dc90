import type { AuthenticationResult } from '@azure/msal-node';
import type { SignInRequest } from '../core/ports/azure.ts';
import type { MsalClient } from './msal-client.ts';
import { resourceManagerScopes } from './scopes.ts';

/** One way to sign in. It rejects with MSAL's error; after an abort, with anything, as soon as it has let go. */
export type SignInFlow = (
  client: MsalClient,
  request: SignInRequest,
) => Promise<AuthenticationResult>;

export function authorityFor(client: MsalClient, tenant: string | undefined): string {
  return `${client.cloud.authority}/${tenant ?? 'organizations'}`;
}

export function scopesFor(client: MsalClient, { scopes }: SignInRequest): string[] {
  return [...(scopes ?? resourceManagerScopes(client.cloud))];
}
