import { acquireSilently } from '../../src/main/azure/acquire-silently.ts';
import { createAccessTokens } from '../../src/main/azure/access-tokens.ts';
import { resourceManagerScopes } from '../../src/main/azure/scopes.ts';
import { systemClock } from '../../src/main/system-clock.ts';
import {
  accountOf,
  connectAll,
  createMemoryVault,
  simulatedCloud,
  trust,
} from '../main/azure/simulated-azure.ts';
import { startCloudProcess } from './cloud-process.ts';
import type { Row } from './row.ts';
import { median, milliseconds } from './row.ts';

const tenants = 100;
const rounds = 300;

/** A cached mint in main with 100 tenants signed in, against plain `acquireTokenSilent` on the same cache. */
export async function measureCachedMint(): Promise<readonly Row[]> {
  const process = await startCloudProcess({ tenants, deviceCodeInterval: 1 });
  try {
    trust(process);
    const cloud = simulatedCloud(process);
    const { clients, identity, directory } = connectAll(() => [cloud], createMemoryVault());
    const client = clients.of(cloud.name);
    if (!client) throw new Error('the cloud is not known');
    const answer = await identity.signIn({
      method: 'device-code',
      cloud: 'Simulated',
      signal: new AbortController().signal,
      prompt: (prompt) => prompt.kind === 'code' && process.approve(prompt.userCode),
    });
    if (!answer.ok) throw new Error(answer.problem.message);
    const account = accountOf(answer.value);
    const tokens = createAccessTokens(
      (ask, renew) => acquireSilently(client, ask, renew),
      systemClock,
    );
    const found = await directory.tenants(account, new AbortController().signal);
    if (!found.ok) throw new Error(found.problem.message);
    const scopes = resourceManagerScopes(cloud);
    const asks = found.value.map(({ tenantId }) => ({ account, tenantId, scopes }));
    const known = await client.account(account.homeAccountId);
    if (!known) throw new Error('nobody is signed in');
    const acquirePlainly = (tenantId: string) =>
      client.use((msal) =>
        msal.acquireTokenSilent({
          account: { ...known, tenantId },
          authority: `${cloud.authority}/${tenantId}`,
          scopes,
        }),
      );
    await Promise.allSettled(asks.map(({ tenantId }) => acquirePlainly(tenantId)));
    const reachable = asks.find(({ tenantId }) => tenantId === account.homeTenantId);
    if (!reachable) throw new Error('the home tenant is not in the list');
    await tokens.acquire(reachable);

    const ours = await time(() => tokens.acquire(reachable));
    const plain = await time(() => acquirePlainly(reachable.tenantId));
    return [
      {
        what: `a cached mint in main with ${found.value.length} tenants signed in (times faster)`,
        measured: milliseconds(ours),
        against: `plain acquireTokenSilent on the same cache, ${milliseconds(plain)}`,
        ratio: plain / ours,
        budget: { atLeast: 6 },
      },
    ];
  } finally {
    await process.stop();
  }
}

/** Median milliseconds of one call. */
async function time(call: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return median(times);
}
