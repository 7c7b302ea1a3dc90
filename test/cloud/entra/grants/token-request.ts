import type { PublicClient } from '../../directory/model.ts';
import type { Authority } from '../authority.ts';
import { tenantOf } from '../authority.ts';
import type { Entra } from '../entra.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** A POST to the token endpoint. */
export interface TokenRequest {
  readonly form: URLSearchParams;
  readonly authority: Authority;
  readonly origin: string;
}

/** The value of a parameter that must be there. */
export function requireParameter({ form }: TokenRequest, parameter: string): string | Refusal {
  const value = form.get(parameter);
  return value === null || value === '' ? refuse(900144, { parameter }) : value;
}

export function requireClient(entra: Entra, request: TokenRequest): PublicClient | Refusal {
  const id = request.form.get('client_id') ?? '';
  if (id === '') return refuse(900144, { parameter: 'client_id' });
  const client = entra.world.directory.findClient(id);
  return client ?? refuse(700016, { client: id, tenant: tenantOf(request.authority).displayName });
}
