import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createArmHttpClient } from '../../../src/main/azure/arm-http-client.ts';
import { createDirectory } from '../../../src/main/azure/directory.ts';
import { connectEntraId } from '../../../src/main/azure/entra-id.ts';
import type { MsalClients } from '../../../src/main/azure/msal-clients.ts';
import type {
  Directory,
  HomeNames,
  Identity,
  KnownClouds,
} from '../../../src/main/core/ports/azure.ts';
import type { Fetch } from '../../../src/main/core/ports/desktop.ts';
import type { Vault } from '../../../src/main/core/ports/storage.ts';
import type { VaultDocument } from '../../../src/shared/secret-places.ts';
import { systemClock } from '../../../src/main/system-clock.ts';
import type { Cloud } from '../../../src/shared/cloud.ts';
import { customCloud } from '../../../src/shared/cloud.ts';
import type { Account } from '../../../src/shared/model.ts';
import { accountKeyOf } from '../../../src/shared/model.ts';
import type { SignedInUser } from '../../../src/main/core/ports/azure.ts';
import type { Cloud as SimulatedCloud } from '../../cloud/start.ts';
import { createFakeLog } from '../core/fakes.ts';

/** A vault in memory that counts its writes. */
export interface MemoryVault extends Vault {
  readonly contents: Map<VaultDocument, string>;
  readonly writes: VaultDocument[];
}

export function createMemoryVault(contents = new Map<VaultDocument, string>()): MemoryVault {
  const writes: VaultDocument[] = [];
  return {
    contents,
    writes,
    read: async (document) => contents.get(document),
    async write(document, text) {
      writes.push(document);
      contents.set(document, text);
    },
    async setAside(document) {
      contents.delete(document);
    },
  };
}

export interface Adapters {
  readonly identity: Identity;
  readonly directory: Directory;
  readonly clients: MsalClients;
}

/** What the adapters have to know of a simulated cloud, in this process or another. */
export type Whereabouts = Pick<
  SimulatedCloud,
  'authority' | 'resourceManager' | 'certificateAuthority'
>;

/** The real adapters, pointed at the simulated cloud. */
export function connect(
  simulated: Whereabouts,
  vault: Vault,
  fetch: Fetch = globalThis.fetch,
): Adapters {
  trust(simulated);
  const cloud = simulatedCloud(simulated);
  return connectAll(() => [cloud], vault, fetch);
}

/** The real adapters for several clouds at once. */
export function connectAll(
  clouds: KnownClouds,
  vault: Vault,
  fetch: Fetch = globalThis.fetch,
  named: (names: HomeNames) => void = () => undefined,
): Adapters {
  const { identity, clients } = connectEntraId({
    clouds,
    fetch,
    vault,
    clock: systemClock,
    log: createFakeLog(),
    named,
  });
  const directory = createDirectory(clouds, identity, createArmHttpClient(fetch));
  return { identity, directory, clients };
}

/** From now on this process trusts the cloud's certificate. */
export function trust({ certificateAuthority }: Pick<Whereabouts, 'certificateAuthority'>): void {
  setDefaultCACertificates([...getCACertificates('default'), certificateAuthority]);
}

export function simulatedCloud(
  { authority, resourceManager }: Omit<Whereabouts, 'certificateAuthority'>,
  name = 'Simulated',
): Cloud {
  return customCloud({
    name,
    authority,
    resourceManager,
    audience: 'https://management.core.windows.net/',
  });
}

export function accountOf(user: SignedInUser): Account {
  return {
    ...user,
    kind: 'user',
    key: accountKeyOf(user.cloud, user.homeAccountId),
    session: { kind: 'active' },
  };
}
