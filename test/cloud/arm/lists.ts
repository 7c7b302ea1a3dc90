import type { Subscription, Tenant } from '../directory/model.ts';
import type { World } from '../world.ts';
import type { Caller } from './bearer.ts';

const subjectId = ({ subject }: Caller): string =>
  subject.kind === 'user' ? subject.signIn.user.id : subject.application.id;

/** Tenants are the same seen from any of them; subscriptions are those of the token's tenant. */
export function visibleTenants({ directory }: World, caller: Caller): readonly Tenant[] {
  const { subject, tenant } = caller;
  if (subject.kind === 'application') return [tenant];
  return subject.signIn.user.tenants.flatMap((id) => directory.findTenant(id) ?? []);
}

export function visibleSubscriptions(
  { directory, standing }: World,
  caller: Caller,
): readonly Subscription[] {
  const id = subjectId(caller);
  return directory
    .subscriptionsThrough(caller.tenant.id)
    .filter((subscription) => subscription.access[caller.tenant.id]?.includes(id))
    .flatMap((subscription) => standing.currently(subscription) ?? []);
}

/** https://learn.microsoft.com/rest/api/resources/tenants/list */
export function tenantResource(
  tenant: Tenant,
  apiVersion: string,
): Readonly<Record<string, unknown>> {
  const plain = { id: `/tenants/${tenant.id}`, tenantId: tenant.id };
  if (apiVersion < '2018-06-01') return plain;
  return {
    ...plain,
    tenantCategory: 'Home',
    countryCode: tenant.countryCode,
    displayName: tenant.displayName,
    domains: tenant.domains,
    ...(apiVersion < '2020-01-01'
      ? {}
      : { defaultDomain: tenant.defaultDomain, tenantType: 'AAD' }),
  };
}

/** https://learn.microsoft.com/rest/api/resources/subscriptions/list */
export function subscriptionResource(
  subscription: Subscription,
  apiVersion: string,
): Readonly<Record<string, unknown>> {
  const { id, displayName, state, homeTenant, access, tags, quotaId } = subscription;
  const managers = Object.keys(access).filter((tenantId) => tenantId !== homeTenant);
  return {
    id: `/subscriptions/${id}`,
    authorizationSource: 'RoleBased',
    ...(apiVersion < '2019-06-01'
      ? {}
      : {
          managedByTenants: managers.map((tenantId) => ({ tenantId })),
          tenantId: homeTenant,
          ...(Object.keys(tags).length > 0 ? { tags } : {}),
        }),
    subscriptionId: id,
    displayName,
    state,
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId,
      spendingLimit: 'Off',
    },
  };
}
