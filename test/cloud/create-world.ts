import { createSelfSigned } from './certificate.ts';
import { createClock } from './clock.ts';
import { createDirectory } from './directory/directory.ts';
import { createSigningKeys } from './entra/signing-keys.ts';
import type { CloudOptions } from './options.ts';
import { createSecrets } from './secrets.ts';
import { createSettings } from './settings.ts';
import { createStanding } from './standing.ts';
import type { World } from './world.ts';

function within(value: number, most: number): number {
  return Math.max(0, Math.min(most, Math.trunc(value)));
}

/** A fresh world: its own keys, directory, clock and memory. */
export async function createWorld(options: CloudOptions): Promise<World> {
  const [signing, pipeline] = await Promise.all([
    createSelfSigned('accounts.accesscontrol.windows.net'),
    createSelfSigned('fabrikam-pipeline'),
  ]);
  const tenants = within(options.tenants ?? 6, 1000);
  const subscriptionsPerTenant = within(options.subscriptionsPerTenant ?? 3, 100);
  return {
    clock: createClock(),
    directory: createDirectory({ tenants, subscriptionsPerTenant }, pipeline),
    settings: createSettings({
      latency: options.latency ?? 0,
      tokenLifetime: options.tokenLifetime,
      deviceCodeInterval: options.deviceCodeInterval ?? 5,
      deviceCodeLifetime: 900,
      pageSize: options.pageSize ?? (tenants > 6 ? 25 : 4),
    }),
    secrets: createSecrets(),
    standing: createStanding(),
    signingKeys: await createSigningKeys(signing),
    subjects: new Map(),
  };
}
