import { createContext, use } from 'react';

/** Opens the form for a new service principal, or for another credential of one that is signed in. */
export type OpenServicePrincipal = (accountKey?: string) => void;

export const ServicePrincipalContext = createContext<OpenServicePrincipal>(() => undefined);

export function useServicePrincipalForm(): OpenServicePrincipal {
  return use(ServicePrincipalContext);
}
