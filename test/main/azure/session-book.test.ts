import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMsalClient } from '../../../src/main/azure/msal-client.ts';
import { createNetworkClient } from '../../../src/main/azure/network-client.ts';
import { createSessionBook } from '../../../src/main/azure/session-book.ts';
import { createUsers } from '../../../src/main/azure/users.ts';
import { systemClock } from '../../../src/main/system-clock.ts';
import type { Cloud } from '../../../src/shared/cloud.ts';
import { clouds as published, defaultClientId, publicCloud } from '../../../src/shared/cloud.ts';
import type { Cloud as SimulatedCloud } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import { createFakeLog, createFakeVault } from '../core/fakes.ts';
import { signInByDeviceCode } from './by-device-code.ts';
import { connectAll, createMemoryVault, simulatedCloud, trust } from './simulated-azure.ts';

/** A cache of MSAL's with one session for each environment. */
const sharedCache = (...environments: readonly string[]): object => {
  const named = (kind: string, more: object = {}) =>
    Object.fromEntries(
      environments.map((environment) => [
        `${kind}-${environment}`,
        { environment, home_account_id: 'oid.tid', ...more },
      ]),
    );
  const clientId = { client_id: defaultClientId };
  return {
    Account: named('account'),
    IdToken: named('id', clientId),
    AccessToken: {},
    RefreshToken: named('refresh', { ...clientId, secret: 'sealed' }),
    AppMetadata: {},
  };
};

const bookOf = (stored: unknown, known: readonly Cloud[] = published) => {
  const vault = createFakeVault(stored === undefined ? {} : { 'msal-cache': stored });
  return { vault, book: createSessionBook(vault, () => known) };
};

/** Under which environments a page has refresh tokens. */
async function environmentsOn(
  { book }: ReturnType<typeof bookOf>,
  cloud: string,
): Promise<readonly string[] | undefined> {
  const text = await book.page(cloud, defaultClientId).read('msal-cache');
  if (text === undefined) return undefined;
  const { RefreshToken } = JSON.parse(text);
  return Object.values<{ environment: string }>(RefreshToken).map(({ environment }) => environment);
}

describe('a cache of the time when there was one cloud', () => {
  test('is divided among the clouds, by the names that MSAL files under', async () => {
    const opened = bookOf(sharedCache('login.windows.net', 'login.partner.microsoftonline.cn'));

    expect(await Promise.all(published.map(({ name }) => environmentsOn(opened, name)))).toEqual([
      ['login.windows.net'],
      undefined,
      ['login.partner.microsoftonline.cn'],
    ]);
  });

  test('keeps what belongs to a cloud that is not known, until it is', async () => {
    const first = bookOf(sharedCache('login.windows.net', 'login.stack.example'));
    await first.book.page('AzureCloud', defaultClientId).read('msal-cache');
    await first.book.page('AzureCloud', 'another').write('msal-cache', '{}');
    const stack = { ...publicCloud, name: 'Stack', authority: 'https://login.stack.example' };
    const later = bookOf(first.vault.contents.get('msal-cache'), [...published, stack]);

    expect([
      await environmentsOn(later, 'Stack'),
      await environmentsOn(later, 'AzureCloud'),
    ]).toEqual([['login.stack.example'], ['login.windows.net']]);
  });

  test('that makes no sense is set aside', async () => {
    const { vault, book } = bookOf('garbage');
    const text = await book.page('AzureCloud', defaultClientId).read('msal-cache');

    expect([text, vault.setAsides]).toEqual([undefined, ['msal-cache']]);
  });

  test('keeps the sessions of the others when one page makes no sense to MSAL', async () => {
    const { vault, book } = bookOf(sharedCache('login.windows.net', 'login.chinacloudapi.cn'));
    const page = book.page('AzureCloud', defaultClientId);
    await page.read('msal-cache');
    await page.setAside('msal-cache');
    const later = bookOf(vault.contents.get('msal-cache'));

    expect(await Promise.all(published.map(({ name }) => environmentsOn(later, name)))).toEqual([
      undefined,
      undefined,
      ['login.chinacloudapi.cn'],
    ]);
  });

  describe('written by MSAL itself', () => {
    let simulated: SimulatedCloud;
    beforeAll(async () => {
      simulated = await startCloud({ deviceCodeInterval: 1 });
      trust(simulated);
    });
    afterAll(() => simulated.close());

    test('keeps its people signed in', async () => {
      const vault = createMemoryVault();
      const cloud = simulatedCloud(simulated);
      const client = createMsalClient(cloud, {
        network: createNetworkClient(fetch),
        vault,
        clock: systemClock,
        log: createFakeLog(),
        named: () => undefined,
      });
      const before = createUsers(
        { of: () => client, flush: () => client.flush() },
        createSessionBook(vault, () => [cloud]),
        systemClock,
      );
      const { adele } = simulated.directory.users;
      const { clientId: _unsaid, ...account } = await signInByDeviceCode(before, simulated, adele, {
        cloud: cloud.name,
      });
      const stored = vault.contents.get('msal-cache') ?? '';
      const now = connectAll(() => [...published, cloud], vault);
      const token = await now.identity.acquireToken({
        account,
        tenantId: account.homeTenantId,
        scopes: ['https://vault.azure.net/.default'],
      });
      await now.identity.flush();

      expect([Object.keys(JSON.parse(stored)), token.ok]).toEqual([
        expect.arrayContaining(['Account', 'RefreshToken']),
        true,
      ]);
      expect(JSON.parse(vault.contents.get('msal-cache') ?? '')).toMatchObject({
        version: 2,
        pages: [{ cloud: cloud.name, clientId: cloud.clientId }],
      });
    });
  });
});
