import { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import type { Vault } from '../core/ports/storage.ts';
import type { ServicePrincipal } from './service-principal.ts';
import { idOf, servicePrincipalSchema } from './service-principal.ts';

const documentSchema = z.object({
  version: z.literal(1),
  servicePrincipals: z.array(servicePrincipalSchema),
});

/** The service principals with their credentials: in memory, and sealed in the vault where there is one. */
export interface ServicePrincipalStore {
  find(cloud: string, id: string): Promise<ServicePrincipal | undefined>;
  /** Resolves when it is on disk. */
  put(principal: ServicePrincipal): Promise<void>;
  remove(cloud: string, id: string): Promise<void>;
}

export function createServicePrincipalStore(
  vault: Pick<Vault, 'read' | 'write' | 'setAside'>,
): ServicePrincipalStore {
  let loading: Promise<Map<string, ServicePrincipal>> | undefined;

  const load = async (): Promise<Map<string, ServicePrincipal>> => {
    const text = await vault.read('service-principals');
    if (text === undefined) return new Map();
    const parsed = documentSchema.safeParse(parseJson(text));
    if (!parsed.success) {
      await vault.setAside('service-principals');
      return new Map();
    }
    return new Map(parsed.data.servicePrincipals.map((one) => [placeOf(one), one]));
  };

  const all = (): Promise<Map<string, ServicePrincipal>> => (loading ??= load());

  const write = (known: ReadonlyMap<string, ServicePrincipal>): Promise<void> => {
    const document: z.input<typeof documentSchema> = {
      version: 1,
      servicePrincipals: [...known.values()],
    };
    return vault.write('service-principals', JSON.stringify(document));
  };

  return {
    async find(cloud, id) {
      const known = await all();
      return known.get(placeIn(cloud, id)) ?? known.get(placeIn(undefined, id));
    },
    async put(principal) {
      const known = await all();
      known.set(placeOf(principal), principal);
      await write(known);
    },
    async remove(cloud, id) {
      const known = await all();
      if (known.delete(placeIn(cloud, id)) || known.delete(placeIn(undefined, id))) {
        await write(known);
      }
    },
  };
}

const placeIn = (cloud: string | undefined, id: string): string => `${cloud ?? ''} ${id}`;

const placeOf = (principal: ServicePrincipal): string => placeIn(principal.cloud, idOf(principal));
