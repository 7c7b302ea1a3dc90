import { createContext, use } from 'react';

/** What is known of a service principal before it signs in. */
export interface ServicePrincipalHint {
  readonly cloud: string;
  readonly clientId: string;
  readonly tenant: string;
}

/** Opens the form for a new service principal, perhaps a known one, or for another credential of the account with a key. */
export type OpenServicePrincipal = (who?: string | ServicePrincipalHint) => void;

export const ServicePrincipalContext = createContext<OpenServicePrincipal>(() => undefined);

export function useServicePrincipalForm(): OpenServicePrincipal {
  return use(ServicePrincipalContext);
}
