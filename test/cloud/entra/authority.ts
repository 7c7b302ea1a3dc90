import type { Directory } from '../directory/directory.ts';
import type { Tenant, User } from '../directory/model.ts';
import { refuse, type Refusal } from './refusal.ts';

/** The tenant of personal Microsoft accounts. */
export const consumersTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad';

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

/** The tenant that a user gets tokens of when signing in here. */
export function tenantFor(
  directory: Directory,
  authority: Authority,
  user: User,
  client: { readonly id: string; readonly displayName: string },
): Tenant | Refusal {
  const wanted =
    authority.kind === 'tenant' ? authority.tenant : directory.findTenant(user.homeTenant);
  if (authority.kind === 'consumers' || !wanted || !user.tenants.includes(wanted.id)) {
    return refuse(50020, {
      username: user.username,
      homeTenant: user.homeTenant,
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
