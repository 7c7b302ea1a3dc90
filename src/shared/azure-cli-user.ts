import type { Account } from './model.ts';

/** Whose a subscription is, in Azure CLI's words (`_profile.py`, `_normalize_properties` and `MsiAccountTypes`). */
export interface AzureCliUser {
  readonly name: string;
  readonly type: 'user' | 'servicePrincipal';
  readonly assignedIdentityInfo?: string;
  readonly cloudShellID?: true;
}

export function azureCliUser(account: Account | undefined): AzureCliUser {
  const name = account?.username ?? '';
  if (account?.kind === 'service-principal') return { name, type: 'servicePrincipal' };
  const { managedIdentity } = account ?? {};
  if (!managedIdentity) return { name, type: 'user' };
  const { source, identity } = managedIdentity;
  if (source === 'cloud-shell') return { name, type: 'user', cloudShellID: true };
  if (identity.kind === 'system-assigned') {
    return {
      assignedIdentityInfo: 'MSI',
      name: 'systemAssignedIdentity',
      type: 'servicePrincipal',
    };
  }
  return {
    assignedIdentityInfo: `${identityTypes[identity.kind]}-${identity.id}`,
    name: 'userAssignedIdentity',
    type: 'servicePrincipal',
  };
}

const identityTypes = {
  'client-id': 'MSIClient',
  'object-id': 'MSIObject',
  'resource-id': 'MSIResource',
} as const;
