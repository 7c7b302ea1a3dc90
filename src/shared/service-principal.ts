import { z } from 'zod';
import { cloudName } from './cloud.ts';
import { clientIdSchema } from './guid.ts';
import { isPlain } from './plain-name.ts';
import { tenantName } from './tenant-name.ts';

/** Bytes that a file with a certificate, a key or a token may have: the largest real ones are a tenth of it. */
export const largestCredentialFile = 100_000;

const tooLong = 'That is too long to be one: at most 100 kB.';

/** Characters of what is typed: far more than any real one has. */
export const longestSecret = 1_000;
export const longestPassword = 1_000;
export const longestPath = 4_096;
export const longestLabel = 100;

/** How a service principal proves who it is (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow). */
const credentialSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('secret'),
    secret: z
      .string()
      .trim()
      .min(1, 'Type the secret.')
      .max(longestSecret, 'That is too long for a secret.'),
  }),
  z.object({
    kind: z.literal('certificate'),
    format: z.enum(['pem', 'pfx']),
    /** The text of a PEM file, or a PFX in base64, which is a third longer than the file. */
    content: z
      .string()
      .min(1, 'Choose the file with the certificate and its private key, or paste it.')
      .max((largestCredentialFile / 3) * 4, tooLong),
    password: z.string().max(longestPassword, 'That is too long for a password.').optional(),
    /** Sends the certificates with each request, so that subject name and issuer decide (SN+I). */
    sendChain: z.boolean(),
  }),
  z.object({
    kind: z.literal('federated-token'),
    token: z
      .string()
      .trim()
      .min(1, 'Paste the token.')
      .max(largestCredentialFile, tooLong)
      .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'That is no token: it has three parts with dots between.'),
  }),
  z.object({
    kind: z.literal('federated-file'),
    path: z
      .string()
      .trim()
      .min(1, 'Type the path of the file.')
      .max(longestPath, 'That is too long for a path.')
      .regex(/^(?:\/|\\\\|[A-Za-z]:[\\/])/, 'Type the whole path, from the root on.'),
  }),
]);

export type CredentialInput = z.infer<typeof credentialSchema>;

/** A service principal as a person names it, with its credential: it goes to main once and never comes back. */
export const servicePrincipalSchema = z.object({
  clientId: clientIdSchema,
  /** The current one, where none is named. */
  cloud: cloudName.optional(),
  tenant: tenantName,
  /** What the list shows; none means the client id. */
  label: z
    .string()
    .trim()
    .max(longestLabel, 'That is too long for a label.')
    .refine(isPlain, 'A label is one line of plain text.')
    .optional(),
  credential: credentialSchema,
});

export type ServicePrincipalInput = z.infer<typeof servicePrincipalSchema>;
