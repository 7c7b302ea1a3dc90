import { createAnsweredRefusals } from '../../src/main/core/answered-refusals.ts';
import { createDiscovery } from '../../src/main/core/discover.ts';
import { initialState } from '../../src/main/core/initial-state.ts';
import { createStore } from '../../src/main/core/store.ts';
import { systemClock } from '../../src/main/system-clock.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import {
  accountOf,
  connect,
  createMemoryVault,
  simulatedCloud,
} from '../main/azure/simulated-azure.ts';
import { startCloudProcess } from './cloud-process.ts';
import type { Row } from './row.ts';
import { median, milliseconds } from './row.ts';

const latency = 50;
const size = { tenants: 100, subscriptionsPerTenant: 20 };

/**
 * From the end of a sign-in to the whole list, against its round trips one after another; and what comes after it.
 *
 * What limits it: the pages of tenants follow one another, so with 40 tenants at once seven latencies are in a row
 * (370 ms). The rest is work of this computer, and with it the ratio falls where other programs take the processors;
 * docs/decisions/0033 has what it consists of.
 */
export async function measureDiscovery(): Promise<readonly Row[]> {
  const cloud = await startCloudProcess({ ...size, latency, deviceCodeInterval: 1 });
  try {
    const vault = createMemoryVault();
    let roundTrips = 0;
    const counting: typeof fetch = (...call) => {
      roundTrips += 1;
      return fetch(...call);
    };
    const azure = connect(cloud, vault, counting);
    const answer = await azure.identity.signIn({
      method: 'device-code',
      cloud: 'Simulated',
      signal: new AbortController().signal,
      prompt: (prompt) => prompt.kind === 'code' && cloud.approve(prompt.userCode),
    });
    if (!answer.ok) throw new Error(answer.problem.message);
    const roundTrip = await measureRoundTrip(cloud.authority);

    const store = createStore(
      initialState(
        { version: '', host: 'headless', restored: true },
        { current: 'Simulated', known: [simulatedCloud(cloud)] },
        defaultSettings,
        { kind: 'memory', reason: '' },
      ),
    );
    const account = accountOf(answer.value);
    store.apply({ kind: 'account-signed-in', account });
    const discovery = createDiscovery({
      store,
      directory: azure.directory,
      clock: systemClock,
      refusals: createAnsweredRefusals(systemClock),
    });
    let firstTenant = Number.NaN;
    store.subscribe(() => {
      if (Number.isNaN(firstTenant) && store.state().subscriptions.length > 0) {
        firstTenant = performance.now() - start;
      }
    });
    roundTrips = 0;
    const writesBefore = vault.writes.length;
    const start = performance.now();
    await discovery.account(account.key);
    const took = performance.now() - start;
    const tokens = store.state().tenants.length;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const writes = vault.writes.slice(writesBefore).filter((name) => name === 'msal-cache').length;
    const { subscriptions } = store.state();

    return [
      {
        what: `sign-in done → ${subscriptions.length} subscriptions of ${tokens} tenants, ${latency} ms latency (times faster)`,
        measured: milliseconds(took),
        against: `its ${roundTrips} round trips of ${milliseconds(roundTrip)} one after another`,
        ratio: (roundTrips * roundTrip) / took,
        budget: { atLeast: 16 },
      },
      {
        what: 'the first tenant shown (round trips)',
        measured: milliseconds(firstTenant),
        against: `one round trip of ${milliseconds(roundTrip)}`,
        ratio: firstTenant / roundTrip,
        budget: { atMost: 6 },
      },
      {
        what: 'cache writes during that discovery',
        measured: `${writes} writes`,
        against: `${tokens} tokens obtained`,
        ratio: writes / tokens,
        budget: { atMost: 0.1 },
      },
    ];
  } finally {
    await cloud.stop();
  }
}

async function measureRoundTrip(authority: string): Promise<number> {
  const address = `${authority}/organizations/v2.0/.well-known/openid-configuration`;
  const times: number[] = [];
  for (let count = 0; count < 15; count += 1) {
    const start = performance.now();
    await (await fetch(address)).text();
    times.push(performance.now() - start);
  }
  return median(times);
}
