import type { Directory } from '../directory/directory.ts';
import type { PublicClient, Tenant, User } from '../directory/model.ts';
import {
  consumersTenantId,
  identityProviderOf,
  isPersonal,
  microsoftServices,
} from '../directory/personal-accounts.ts';
import { refuse, type Refusal } from './refusal.ts';

/** The first path segment of an authority, understood. */
export type Authority =
  | { readonly kind: 'common' | 'organizations' | 'consumers' }
  | { readonly kind: 'tenant'; readonly tenant: Tenant };

export function readAuthority(directory: Directory, segment: string): Authority | Refusal {
  const name = segment.toLowerCase();
  if (name === 'common' || name === 'organizations' || name === 'consumers') return { kind: name };
  if (name === consumersTenantId) return { kind: 'consumers' };
  const tenant = directory.findTenant(name);
  if (tenant) return { kind: 'tenant', tenant };
  const wellFormed = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
  return wellFormed.test(name)
    ? refuse(90002, { tenant: segment })
    : refuse(900023, { tenant: segment });
}

/**
 * The tenant that a user gets tokens of when signing in here. Personal accounts are at home in none that issues tokens for
 * organisations' services: Microsoft's own applications get theirs in the name of another ("MSA passthrough").
 */
export function tenantFor(
  directory: Directory,
  authority: Authority,
  user: User,
  client: Pick<PublicClient, 'id' | 'displayName' | 'family'>,
): Tenant | Refusal {
  const atHome = authority.kind === 'tenant' ? authority.tenant.id : user.homeTenant;
  if (isPersonal(user) && [consumersTenantId, microsoftServices.id].includes(atHome)) {
    const isPassedThrough = authority.kind === 'organizations' || authority.kind === 'tenant';
    return isPassedThrough && client.family !== undefined ? microsoftServices : refuse(500200);
  }
  const wanted = directory.findTenant(atHome);
  if (authority.kind === 'consumers' || !wanted || !user.tenants.includes(wanted.id)) {
    return refuse(50020, {
      username: user.username,
      provider: identityProviderOf(user),
      tenant: wanted?.displayName ?? authority.kind,
      client: client.id,
      clientName: client.displayName,
    });
  }
  return wanted;
}

/** As `tenantFor`, when there is nobody yet: what the client wants is checked in this tenant's eyes. */
export function tenantOf(authority: Authority): {
  readonly id: string;
  readonly displayName: string;
} {
  return authority.kind === 'tenant'
    ? authority.tenant
    : { id: authority.kind, displayName: authority.kind };
}
