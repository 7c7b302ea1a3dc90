import type { Explanation, Explanations } from './explanation.ts';
import { explanations } from './aadsts.ts';
import type { Credential } from './service-principal.ts';

const badCredential = (message: string): Explanation => ({
  kind: 'bad-client-credential',
  message,
  remedy: 'replace-credential',
  field: 'credential',
});

const unknownTenant: Explanation = {
  kind: 'unknown-tenant',
  message: 'There is no tenant with this name. Check its spelling.',
  field: 'tenant',
};

export const notDefaultScope: Explanation = {
  kind: 'invalid-input',
  message: 'An application gets all its permissions at once: ask for the service with /.default.',
};

/**
 * What Entra ID's numbers mean to an application that signs in as itself, where that is something else than to a person.
 * Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes, and for federated tokens
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust#error-codes.
 */
export const forApplications: Explanations = {
  50128: unknownTenant,
  90002: unknownTenant,
  900023: unknownTenant,
  70011: notDefaultScope,
  1002012: notDefaultScope,
  700016: {
    kind: 'unknown-application',
    message: 'This tenant has no application with this client ID. Check both.',
    field: 'clientId',
  },
  700027: badCredential(
    'The application does not know this certificate. Upload it to the application, or use another.',
  ),
  1000502: badCredential('The certificate is not valid now: it expired, or it is not valid yet.'),
  7000215: badCredential(
    'The secret is wrong. It has to be the value of the secret, not the id of the secret.',
  ),
  7000216: badCredential('The application wants a secret, a certificate or a federated token.'),
  7000218: badCredential('The application wants a secret, a certificate or a federated token.'),
  7000222: badCredential('The secret expired. Create a new one.'),
  7000229: {
    kind: 'unknown-application',
    message: 'The application is not set up in this tenant. An administrator can add it.',
    remedy: 'contact-admin',
    field: 'tenant',
  },
  501051: {
    kind: 'blocked',
    message: 'The application is not assigned to this service.',
    remedy: 'contact-admin',
  },
};

/** The numbers that mean something else where the proof is a token of another identity provider. */
export const forFederatedTokens: Explanations = {
  50013: badCredential('The federated token was refused. Get a fresh one from its issuer.'),
  70021: badCredential('The application trusts no token with this issuer, subject and audience.'),
  700024: badCredential('The federated token expired, or is not valid yet. Get a fresh one.'),
  700027: badCredential('The signature of the federated token is not that of its issuer.'),
  700211: badCredential('The application does not trust the issuer of the federated token.'),
  700212: badCredential('The federated token is meant for somebody else: its audience is wrong.'),
  700213: badCredential('The application does not trust the subject of the federated token.'),
  9002313: badCredential('The federated token can not be read by Entra ID.'),
};

export function applicationExplanations(kind: Credential['kind']): Explanations {
  return {
    ...explanations,
    ...forApplications,
    ...(kind === 'federated-token' || kind === 'federated-file' ? forFederatedTokens : {}),
  };
}
