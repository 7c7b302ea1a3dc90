import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Product } from './core/product.ts';
import { createProduct } from './core/product.ts';
import { stateWith } from './core/examples.ts';
import { createStore } from '../../src/main/core/store.ts';
import { systemClock } from '../../src/main/system-clock.ts';
import { tenants, users } from '../cloud/directory/contoso.ts';
import type { Cloud } from '../cloud/start.ts';
import { startCloud } from '../cloud/start.ts';
import { connectAll, createMemoryVault, simulatedCloud, trust } from './azure/simulated-azure.ts';

let cloud: Cloud;

beforeEach(async () => {
  cloud = await startCloud({ deviceCodeInterval: 1 });
  trust(cloud);
});

afterEach(() => cloud.close());

/** The core with the real adapters of Entra ID. */
function openAzimuth(): Product {
  const known = simulatedCloud(cloud);
  const store = createStore(stateWith({ clouds: { current: known.name, known: [known] } }));
  store.subscribe(({ changed }) => {
    if (changed.signIn?.kind === 'code') {
      cloud.approveDeviceCode(changed.signIn.userCode, users.adele);
    }
  });
  const adapters = connectAll(
    () => [known],
    createMemoryVault(),
    fetch,
    (names) => store.apply({ kind: 'account-named', names }),
  );
  return createProduct({ store }, { ...adapters, clock: systemClock });
}

const namesOf = ({ state }: Product) =>
  state().accounts.map(({ username, displayName }) => [username, displayName]);

const before = [['adele.vance@contoso.com', 'Adele Vance']];
const after = [['adele.summers@contoso.com', 'Adele Summers']];

const marry = (): void =>
  cloud.renameUser(users.adele, {
    username: 'adele.summers@contoso.com',
    displayName: 'Adele Summers',
  });

test('somebody who was renamed goes by the new name after the next sign-in', async () => {
  const azimuth = openAzimuth();
  await azimuth.run('sign-in', { method: 'device-code' });
  marry();
  const meanwhile = namesOf(azimuth);
  await azimuth.run('sign-in', { method: 'device-code' });

  expect([meanwhile, namesOf(azimuth)]).toEqual([before, after]);
});

test('somebody who was renamed goes by the new name after the next silent token of their home', async () => {
  const azimuth = openAzimuth();
  await azimuth.run('sign-in', { method: 'device-code' });
  const [adele] = azimuth.state().accounts;
  if (!adele) throw new Error('nobody is signed in');
  marry();
  const mint = (tenant: string) =>
    azimuth.run('issue-token', {
      target: { kind: 'any-tenant', accountKey: adele.key, tenant },
      audience: { kind: 'known', id: 'graph' },
    });
  const asGuest = await mint(tenants.fabrikam.id);
  const meanwhile = namesOf(azimuth);
  const atHome = await mint(tenants.contoso.id);

  expect([asGuest.ok, meanwhile, atHome.ok, namesOf(azimuth)]).toEqual([true, before, true, after]);
});

test('a name that turns the writing round, or breaks its line, goes by its letters alone', async () => {
  const azimuth = openAzimuth();
  cloud.renameUser(users.adele, { displayName: '\u202EAdele\nVance' });
  await azimuth.run('sign-in', { method: 'device-code' });
  const first = namesOf(azimuth);
  cloud.renameUser(users.adele, { displayName: '\u2067Adele\tSummers' });
  await azimuth.run('sign-in', { method: 'device-code' });

  expect([first, namesOf(azimuth)].map(([names]) => names?.[1])).toEqual([
    'Adele Vance',
    'Adele Summers',
  ]);
});

test('the contexts of somebody who was renamed go by the new name, also those that outlasted a sign-out', async () => {
  const azimuth = openAzimuth();
  await azimuth.run('sign-in', { method: 'device-code' });
  const [adele] = azimuth.state().accounts;
  if (!adele) throw new Error('nobody is signed in');
  const place = { accountKey: adele.key, tenantId: tenants.contoso.id };
  await azimuth.run('create-context', {
    ...place,
    name: 'work',
    production: false,
    confirm: false,
  });
  const usernames = () => azimuth.state().contexts.list.map(({ username }) => username);
  const first = usernames();
  marry();
  await azimuth.run('issue-token', {
    target: { kind: 'any-tenant', accountKey: adele.key, tenant: tenants.contoso.id },
    audience: { kind: 'known', id: 'graph' },
  });
  const married = usernames();
  await azimuth.run('sign-out', { accountKey: adele.key });
  cloud.renameUser(users.adele, { username: 'adele@contoso.com', displayName: 'Adele' });
  const away = usernames();
  await azimuth.run('sign-in', { method: 'device-code' });

  expect([first, married, away, usernames()]).toEqual([
    ['adele.vance@contoso.com'],
    ['adele.summers@contoso.com'],
    ['adele.summers@contoso.com'],
    ['adele@contoso.com'],
  ]);
});
