import { z } from 'zod';

/** Where what version 2022-09-01 calls one thing has another name in the 2015-01-01 of Azure Stack, both are here. */
const metadataSchema = z.object({
  authentication: z.object({
    loginEndpoint: z.url({ protocol: /^https$/ }),
    audiences: z.array(z.string().min(1)).min(1),
    identityProvider: z.string().optional(),
  }),
  resourceManager: z.string().optional(),
  portal: z.string().optional(),
  portalEndpoint: z.string().optional(),
  microsoftGraphResourceId: z.string().optional(),
  ossrdbmsResourceId: z.string().optional(),
  suffixes: z
    .object({ keyVaultDns: z.string().optional(), sqlServerHostname: z.string().optional() })
    .optional(),
});

export type CloudMetadata = z.infer<typeof metadataSchema>;

/**
 * What Azure Resource Manager says of its cloud at `/metadata/endpoints`, as `az cloud register` reads it: one cloud, or,
 * in older versions, a list with all clouds that it knows.
 */
export function readCloudMetadata(
  body: unknown,
  resourceManager: string,
): CloudMetadata | undefined {
  if (!Array.isArray(body)) return metadataSchema.safeParse(body).data;
  const all = body.flatMap((one) => metadataSchema.safeParse(one).data ?? []);
  const isAsked = (one: CloudMetadata): boolean =>
    one.resourceManager !== undefined && originOf(one.resourceManager) === resourceManager;
  return all.find(isAsked) ?? (all.length === 1 ? all[0] : undefined);
}

/** An address without what follows its host; nothing where it is no https address. */
export function originOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' ? origin : undefined;
}
