import type { Account } from './model.ts';

/** The home of personal Microsoft accounts (Outlook.com, Hotmail, …). It has no subscriptions and issues no tokens for Azure. */
export const consumersTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** The tenant in whose name a personal account gets tokens of Microsoft's own applications ("MSA passthrough"). */
export const passthroughTenantId = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';

/** Neither is a tenant that anybody works in. */
export const isPersonalTenant = (tenantId: string): boolean =>
  [consumersTenantId, passthroughTenantId].includes(tenantId.toLowerCase());

/** Whether somebody signs in as a private person, who is a guest wherever there are subscriptions. */
export const isPersonal = ({ homeTenantId }: Pick<Account, 'homeTenantId'>): boolean =>
  isPersonalTenant(homeTenantId);
