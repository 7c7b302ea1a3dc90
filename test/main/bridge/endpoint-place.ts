import { createConnection } from 'node:net';
import { onTestFinished } from 'vitest';
import type { EndpointLimits } from '../../../src/main/bridge/endpoint-limits.ts';
import { endpointLimits } from '../../../src/main/bridge/endpoint-limits.ts';
import { createFindCaller } from '../../../src/main/bridge/find-caller.ts';
import { grantKeys } from '../../../src/main/bridge/grant-keys.ts';
import { createListen } from '../../../src/main/bridge/open-endpoint.ts';
import { createPeerFinder } from '../../../src/main/bridge/peer-process.ts';
import type { Core } from '../../../src/main/core/core.ts';
import { systemClock } from '../../../src/main/system-clock.ts';
import type { NewGrant } from '../../../src/shared/grant-input.ts';
import { freeName } from '../../../src/shared/grant.ts';
import type { AppState } from '../../../src/shared/app-state.ts';
import { alice, aliceSignedIn, storeWith, tenantOf } from '../core/examples.ts';
import { byKeyring, createFakeGuardians } from '../core/fake-guardians.ts';
import type { FakeIdentity } from '../core/fakes.ts';
import { createFakeIdentity } from '../core/fakes.ts';
import { createProduct } from '../core/product.ts';

export const keyVault = 'https://vault.azure.net';

/** The real server over the real core; only Entra ID is a fake. */
export interface EndpointPlace {
  readonly port: number;
  readonly core: Core;
  readonly identity: FakeIdentity;
  readonly failures: unknown[];
  state(): AppState;
  /** The header secret of a new grant. */
  grant(more?: Partial<NewGrant>): Promise<{ readonly id: string; readonly header: string }>;
  /** An ordinary request of an SDK. */
  ask(header: string, query?: string): Promise<Response>;
}

export async function openEndpoint(limits: Partial<EndpointLimits> = {}): Promise<EndpointPlace> {
  const identity = createFakeIdentity(systemClock);
  const failures: unknown[] = [];
  const { core, state } = createProduct(
    {
      store: storeWith({ vault: byKeyring, ...aliceSignedIn }),
      identity,
      guardians: createFakeGuardians(byKeyring),
    },
    {
      listen: createListen({
        clock: systemClock,
        limits: { ...endpointLimits, ...limits },
        findCaller: createFindCaller(createPeerFinder(systemClock, 60_000)),
        failed: (error) => failures.push(error),
      }),
      grantKeys,
      clock: systemClock,
    },
  );
  onTestFinished(() => core.stop());
  await core.run('switch-endpoint', { on: true }, 'window');
  const { endpoint } = state();
  if (endpoint.kind !== 'on') throw new Error('the endpoint is not open');
  const { address, port } = endpoint;
  return {
    port,
    core,
    identity,
    failures,
    state,
    async grant(more) {
      const ask = {
        name: freeName(state().grants, 'Build'),
        target: { kind: 'tenant', tenantKey: tenantOf(alice, 'red').key },
        audiences: [{ kind: 'known', id: 'key-vault' }],
        minutes: 10,
        ...more,
      };
      const created = await core.run('create-grant', ask, 'window');
      const facts = created.ok ? core.grants.facts(created.value.grantId) : created;
      if (!facts.ok) throw new Error(facts.problem.message);
      return { id: facts.value.grant.id, header: facts.value.facts.header };
    },
    ask: (header, query = `api-version=2019-08-01&resource=${keyVault}`) =>
      fetch(`${address}?${query}`, { headers: { 'X-IDENTITY-HEADER': header } }),
  };
}

/** Everything that comes back for these bytes, until the other side closes. */
export function sendBytes(
  port: number,
  bytes: string | Buffer,
  address = '127.0.0.1',
): Promise<string> {
  return new Promise((resolve) => {
    const connection = createConnection(port, address);
    let text = '';
    connection.on('data', (chunk) => (text += chunk.toString('latin1')));
    connection.on('error', () => undefined);
    connection.once('close', () => resolve(text));
    connection.write(bytes);
  });
}
