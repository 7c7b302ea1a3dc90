import type { Tenant, User } from './model.ts';

/** The tenant of personal Microsoft accounts. */
export const consumersTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** In whose name Microsoft's own applications get tokens for personal accounts; nobody is listed as its member. */
export const microsoftServices: Tenant = {
  id: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  displayName: 'Microsoft Services',
  defaultDomain: 'microsoftservices.onmicrosoft.com',
  domains: ['microsoftservices.onmicrosoft.com'],
  countryCode: 'US',
  policy: 'open',
};

export const isPersonal = (user: User): boolean => user.homeTenant === consumersTenantId;

/** `idp` of a guest's tokens, and of refusals that speak of one. */
export const identityProviderOf = (user: User): string =>
  isPersonal(user) ? 'live.com' : `https://sts.windows.net/${user.homeTenant}/`;
