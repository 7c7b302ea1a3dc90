import { z } from 'zod';
import { subscriptionStates } from '../../shared/model.ts';
import { plainName } from '../../shared/plain-name.ts';
import type { FoundSubscription, FoundTenant } from '../core/ports/azure.ts';

/**
 * Items of Resource Manager's lists. The SDK hands on whatever it is given, as what its types promise. An item that can't be
 * read fails its list: one that went missing instead would take the default along.
 */
const id = z.string().min(1);
const text = z.string().nullish();
const name = text.transform((told) => plainName(told ?? ''));

/** https://learn.microsoft.com/rest/api/resources/tenants/list#tenantiddescription */
export const listedTenants: z.ZodType<readonly FoundTenant[]> = z.array(
  z
    .object({ tenantId: id, displayName: name, defaultDomain: name })
    .transform(({ tenantId, displayName, defaultDomain }) => ({
      tenantId,
      displayName: displayName || defaultDomain || tenantId,
      defaultDomain,
    })),
);

/** https://learn.microsoft.com/rest/api/resources/subscriptions/list#subscription */
export const listedSubscriptions: z.ZodType<readonly FoundSubscription[]> = z.array(
  z
    .object({
      subscriptionId: id,
      displayName: name,
      state: text,
      tenantId: text,
      managedByTenants: z.array(z.object({ tenantId: text })).nullish(),
    })
    .transform(({ subscriptionId, displayName, state, tenantId, managedByTenants }) => ({
      subscriptionId,
      displayName: displayName || subscriptionId,
      state: subscriptionStates.find((known) => known === state) ?? 'Enabled',
      managedByTenantIds: (managedByTenants ?? []).flatMap((one) => one.tenantId || []),
      // ARM's `tenantId` is the owner's, whoever asks (azure-cli `_profile.py`, `_attach_token_tenant`).
      ...(tenantId ? { homeTenantId: tenantId } : {}),
    })),
);
