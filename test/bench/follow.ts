import { setTimeout } from 'node:timers/promises';
import { subscriptions } from '../cloud/directory/contoso.ts';
import { adelesProfile, registered, writeFolder } from '../e2e/azure-cli-folder.ts';
import { surfaces } from '../e2e/default-said.ts';
import { azimuth } from '../e2e/protection.ts';
import { setStage } from '../stage.ts';
import type { Row } from './row.ts';
import { milliseconds, percentile } from './row.ts';
import { signedIn } from './signed-in.ts';

const switches = 20;
const second = 1_000;

/** How soon a default that is set in a terminal stands at every other surface, with a long list. */
export async function measureFollowing(): Promise<readonly Row[]> {
  const stage = await setStage({ tenants: 100, subscriptionsPerTenant: 21 });
  try {
    await stage.write('settings.json', JSON.stringify({ azureCliFollows: true }));
    await writeFolder(stage, { ...registered, 'azureProfile.json': adelesProfile });
    const { app, page, subscriptions: count } = await signedIn(stage);
    const { contosoDevelopment: one, contosoProduction: other } = subscriptions;
    const times: number[] = [];
    for (let round = 0; round < switches; round += 1) {
      const { id, displayName } = round % 2 === 0 ? one : other;
      const start = performance.now();
      const said = await azimuth(stage.profile, ['account', 'set', '--subscription', id]);
      if (said.code !== 0) throw new Error(said.stderr);
      const follows = Object.values(surfaces).map(async (say) => {
        while ((await say(app, page)) !== displayName) await setTimeout(5);
      });
      await Promise.all(follows);
      times.push(performance.now() - start);
    }
    const time = percentile(times, 0.95);
    return [
      {
        what: `azimuth account set → window, tray, terminal and Azure CLI, ${count} subscriptions, p95`,
        measured: milliseconds(time),
        against: 'one second',
        ratio: time / second,
        budget: { atMost: 1 },
      },
    ];
  } finally {
    await stage.close();
  }
}
