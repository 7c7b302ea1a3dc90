import type { DefaultForCli } from '../../../src/main/core/ports/programs.ts';
import { subscriptionKeyOf, tenantKeyOf } from '../../../src/shared/model.ts';
import { alice } from '../core/examples.ts';

export const guid = (last: number): string =>
  `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

export const adele = 'adele.vance@contoso.com';
export const contoso = guid(100);
export const fabrikam = guid(200);

const account = { ...alice, username: adele };

/** An entry of `azureProfile.json`, as Azure CLI writes it. */
export function entry(over: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const id = typeof over['id'] === 'string' ? over['id'] : guid(0);
  return {
    id,
    name: `Subscription ${Number(id.slice(-12))}`,
    state: 'Enabled',
    user: { name: adele, type: 'user' },
    isDefault: false,
    tenantId: contoso,
    environmentName: 'AzureCloud',
    homeTenantId: contoso,
    managedByTenants: [],
    ...over,
  };
}

/** A default of Adele's, as the core knows it. */
export function adelesDefault(subscriptionId: string, cloud = 'AzureCloud'): DefaultForCli {
  const tenantKey = tenantKeyOf(account.key, contoso);
  return {
    account: { ...account, cloud },
    tenant: {
      key: tenantKey,
      accountKey: account.key,
      tenantId: contoso,
      displayName: 'Contoso',
      defaultDomain: 'contoso.com',
      status: { kind: 'ready' },
    },
    subscription: {
      key: subscriptionKeyOf(tenantKey, subscriptionId),
      accountKey: account.key,
      tenantKey,
      tenantId: contoso,
      subscriptionId,
      displayName: `Subscription ${Number(subscriptionId.slice(-12))}`,
      state: 'Enabled',
      managedByTenantIds: [contoso],
      homeTenantId: fabrikam,
    },
  };
}
