import { z } from 'zod';
import { clientIdSchema, guid } from './guid.ts';
import { isPlain } from './plain-name.ts';

/** Characters of what is typed. */
export const longestResourceId = 500;
export const longestIdentityLabel = 100;

/**
 * Which identity of the machine: the one that lives and dies with it, or one that was assigned to it, named in one of three
 * ways (https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview).
 */
export const managedIdentityChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('system-assigned') }),
  z.object({ kind: z.literal('client-id'), id: clientIdSchema }),
  z.object({ kind: z.literal('object-id'), id: guid('An object ID') }),
  z.object({
    kind: z.literal('resource-id'),
    id: z
      .string()
      .trim()
      .max(longestResourceId, 'That is too long for a resource ID.')
      .regex(
        /^\/subscriptions\/[^/\s]+\/resourcegroups\/[^/\s]+\/providers\/microsoft\.managedidentity\/userassignedidentities\/[^/\s]+$/i,
        'A resource ID looks like /subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/NAME.',
      ),
  }),
]);

export type ManagedIdentityChoice = z.infer<typeof managedIdentityChoiceSchema>;

export const managedIdentitySchema = z.object({
  identity: managedIdentityChoiceSchema,
  /** What the list shows; none means the name of the resource. */
  label: z
    .string()
    .trim()
    .max(longestIdentityLabel, 'That is too long for a label.')
    .refine(isPlain, 'A label is one line of plain text.')
    .optional(),
});

export type ManagedIdentityInput = z.infer<typeof managedIdentitySchema>;

/** What hands out the tokens of a machine's identity. */
export const managedIdentitySources = [
  'imds',
  'app-service',
  'azure-arc',
  'cloud-shell',
  'machine-learning',
  'service-fabric',
] as const;

export type ManagedIdentitySource = (typeof managedIdentitySources)[number];

export const managedIdentitySourceNames: Readonly<Record<ManagedIdentitySource, string>> = {
  imds: 'Azure virtual machine or container',
  'app-service': 'App Service, Functions or Container Apps',
  'azure-arc': 'Azure Arc',
  'cloud-shell': 'Cloud Shell',
  'machine-learning': 'Azure Machine Learning',
  'service-fabric': 'Service Fabric',
};
