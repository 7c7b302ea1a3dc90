import { subscriptions, tenants } from './contoso.ts';
import { identifierOf } from './identifier.ts';
import type { ManagedIdentity, Tenant } from './model.ts';

function identity(displayName: string, tenant: Tenant, provider: string): ManagedIdentity {
  const group = `/subscriptions/${subscriptions.contosoDevelopment.id}/resourceGroups/build`;
  return {
    id: identifierOf(`managed identity ${displayName}`),
    displayName,
    tenant: tenant.id,
    objectId: identifierOf(`service principal of managed identity ${displayName}`),
    resourceId: `${group}/providers/${provider}/${displayName}`,
  };
}

/** Identities that Azure gave to machines: one that is a machine's own, and one that was assigned to it. */
export const managedIdentities = {
  buildAgent: identity('build-agent-7', tenants.contoso, 'Microsoft.Compute/virtualMachines'),
  reader: identity(
    'contoso-reader',
    tenants.contoso,
    'Microsoft.ManagedIdentity/userAssignedIdentities',
  ),
} as const satisfies Record<string, ManagedIdentity>;
