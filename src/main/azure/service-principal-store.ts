import { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import type { Vault } from '../core/ports.ts';
import type { ServicePrincipal } from './service-principal.ts';
import { idOf, servicePrincipalSchema } from './service-principal.ts';

const documentSchema = z.object({
  version: z.literal(1),
  servicePrincipals: z.array(servicePrincipalSchema),
});

/** The service principals with their credentials: in memory, and sealed in the vault where there is one. */
export interface ServicePrincipalStore {
  find(id: string): Promise<ServicePrincipal | undefined>;
  /** Resolves when it is on disk. */
  put(principal: ServicePrincipal): Promise<void>;
  remove(id: string): Promise<void>;
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
    return new Map(parsed.data.servicePrincipals.map((one) => [idOf(one), one]));
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
    find: async (id) => (await all()).get(id),
    async put(principal) {
      const known = await all();
      known.set(idOf(principal), principal);
      await write(known);
    },
    async remove(id) {
      const known = await all();
      if (known.delete(id)) await write(known);
    },
  };
}
