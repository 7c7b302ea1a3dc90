import { z } from 'zod';
import type { CredentialFacts } from '../../shared/model.ts';

/** What a service principal proves itself with, ready for use. */
const credentialSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('secret'), secret: z.string() }),
  z.object({
    kind: z.literal('certificate'),
    /** PKCS#8, PEM, not encrypted. */
    privateKey: z.string(),
    /** PEM, the key's own certificate first. */
    certificates: z.string(),
    /** SHA-256 in hex, for `x5t#S256`. */
    thumbprint: z.string(),
    /** Epoch milliseconds. */
    expiresAt: z.number(),
    sendChain: z.boolean(),
  }),
  z.object({ kind: z.literal('federated-token'), token: z.string() }),
  z.object({ kind: z.literal('federated-file'), path: z.string() }),
]);

export type Credential = z.infer<typeof credentialSchema>;

export const servicePrincipalSchema = z.object({
  /** Missing in what was stored before there were several clouds at once: then it is of any cloud that asks. */
  cloud: z.string().optional(),
  clientId: z.string(),
  tenantId: z.string(),
  credential: credentialSchema,
});

export type ServicePrincipal = z.infer<typeof servicePrincipalSchema>;

const prefix = 'service-principal:';

/** Its home account id. No user's begins like it: those are `OID.TID`. */
export const idOf = ({
  clientId,
  tenantId,
}: Pick<ServicePrincipal, 'clientId' | 'tenantId'>): string => `${prefix}${clientId}.${tenantId}`;

export const isServicePrincipal = (homeAccountId: string): boolean =>
  homeAccountId.startsWith(prefix);

/** What may be shown of a credential. */
export function factsOf(credential: Credential): CredentialFacts {
  switch (credential.kind) {
    case 'secret':
    case 'federated-token':
      return { kind: credential.kind };
    case 'certificate':
      return {
        kind: 'certificate',
        thumbprint: credential.thumbprint,
        expiresAt: credential.expiresAt,
      };
    case 'federated-file':
      return { kind: 'federated-file', path: credential.path };
  }
}
