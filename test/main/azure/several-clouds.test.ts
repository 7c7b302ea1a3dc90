import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Cloud } from '../../../src/shared/cloud.ts';
import { customCloud, defaultClientId } from '../../../src/shared/cloud.ts';
import type { Account } from '../../../src/shared/model.ts';
import type { Result } from '../../../src/shared/problem.ts';
import type { AccessToken } from '../../../src/main/core/ports/azure.ts';
import { publicClients } from '../../cloud/directory/public-clients.ts';
import type { Cloud as SimulatedCloud } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import { signInByDeviceCode } from './by-device-code.ts';
import type { Adapters, MemoryVault } from './simulated-azure.ts';
import { connectAll, createMemoryVault, trust } from './simulated-azure.ts';

/** Two clouds with the same people in both: the same ids, the same names. */
let east: SimulatedCloud;
let west: SimulatedCloud;
let clouds: Cloud[];
let vault: MemoryVault;
let azure: Adapters;

const arm = ['https://management.core.windows.net//.default'];

const cloudOf = (name: string, { authority, resourceManager }: SimulatedCloud): Cloud =>
  customCloud({
    name,
    authority,
    resourceManager,
    audience: 'https://management.core.windows.net/',
  });

beforeAll(async () => {
  [east, west] = await Promise.all([
    startCloud({ deviceCodeInterval: 1 }),
    startCloud({ deviceCodeInterval: 1, tenants: 7 }),
  ]);
  trust(east);
  trust(west);
});

afterAll(() => Promise.all([east.close(), west.close()]));

beforeEach(() => {
  clouds = [cloudOf('East', east), cloudOf('West', west)];
  vault = createMemoryVault();
  azure = connectAll(() => clouds, vault);
});

const signIn = (cloud: string, simulated: SimulatedCloud): Promise<Account> =>
  signInByDeviceCode(azure.identity, simulated, simulated.directory.users.adele, { cloud });

const mint = (account: Account, from = azure, scopes = arm): Promise<Result<AccessToken>> =>
  from.identity.acquireToken({ account, tenantId: account.homeTenantId, scopes });

/** Which of the two issued what came back. */
function issuerOf(answer: Result<AccessToken>): string {
  if (!answer.ok) return answer.problem.kind;
  const token = answer.value.secret.reveal();
  return [east.issued.has(token) ? 'East' : '', west.issued.has(token) ? 'West' : ''].join('');
}

describe('the same person in two clouds', () => {
  test('has two sessions, whose tokens never cross', async () => {
    const [inEast, inWest] = [await signIn('East', east), await signIn('West', west)];
    const issuers = [issuerOf(await mint(inEast)), issuerOf(await mint(inWest))];
    const later = connectAll(() => clouds, createMemoryVault(new Map(vault.contents)));
    const afterRestart = [await mint(inEast, later), await mint(inWest, later)].map(issuerOf);

    expect(inEast.homeAccountId).toBe(inWest.homeAccountId);
    expect([issuers, afterRestart]).toEqual([
      ['East', 'West'],
      ['East', 'West'],
    ]);
  });

  test('is listed from the Azure Resource Manager of each', async () => {
    const accounts = [await signIn('East', east), await signIn('West', west)];
    const { signal } = new AbortController();
    const counts = await Promise.all(
      accounts.map(async (account) => {
        const found = await azure.directory.tenants(account, signal);
        return found.ok ? found.value.length : found.problem.message;
      }),
    );

    expect(counts).toEqual([6, 7]);
  });

  test('who signs out of one stays signed in to the other, on disk too', async () => {
    const [inEast, inWest] = [await signIn('East', east), await signIn('West', west)];
    await azure.identity.forget(inEast);
    await azure.identity.flush();
    const later = connectAll(() => clouds, createMemoryVault(new Map(vault.contents)));

    expect([
      issuerOf(await mint(inEast)),
      issuerOf(await mint(inEast, later)),
      issuerOf(await mint(inWest, later)),
    ]).toEqual(['sign-in-again', 'sign-in-again', 'West']);
  });
});

describe('the same application in two clouds', () => {
  test('has two credentials, of which a sign-out takes one', async () => {
    const { contosoDeploy } = east.directory.applications;
    const { credential } = contosoDeploy;
    if (credential.kind !== 'secret') throw new Error('the application has no secret');
    const accounts = await Promise.all(
      ['East', 'West'].map(async (cloud) => {
        const answer = await azure.identity.signInServicePrincipal({
          cloud,
          clientId: contosoDeploy.id,
          tenant: contosoDeploy.tenant,
          credential: { kind: 'secret', secret: credential.secret },
        });
        if (!answer.ok) throw new Error(answer.problem.message);
        const { homeAccountId } = answer.value;
        return { ...answer.value, kind: 'service-principal', homeAccountId } as const;
      }),
    );
    const [inEast, inWest] = accounts.map((one) => ({
      ...one,
      key: `${one.cloud}/${one.homeAccountId}`,
      displayName: one.username,
      session: { kind: 'active' } as const,
    }));
    if (!inEast || !inWest) throw new Error('nobody signed in');
    const before = [issuerOf(await mint(inEast)), issuerOf(await mint(inWest))];
    await azure.identity.forget(inWest);
    const later = connectAll(() => clouds, createMemoryVault(new Map(vault.contents)));

    expect([
      before,
      issuerOf(await mint(inEast, later)),
      issuerOf(await mint(inWest, later)),
    ]).toEqual([['East', 'West'], 'East', 'bad-client-credential']);
  });
});

describe("a cloud's own client", () => {
  const own = publicClients.ownRegistration.id;

  test('signs people in from then on; sessions of the one before go on', async () => {
    const before = await signIn('East', east);
    clouds = clouds.map((cloud) => ({ ...cloud, clientId: own }));
    const old = await mint(before);
    const after = await signIn('East', east);
    const both = [issuerOf(old), issuerOf(await mint(after))];

    expect([before.clientId, after.clientId, both]).toEqual([
      defaultClientId,
      own,
      ['East', 'East'],
    ]);
  });

  test('is what the tokens are for', async () => {
    clouds = clouds.map((cloud) => ({ ...cloud, clientId: own }));
    const answer = await mint(await signIn('East', east));
    if (!answer.ok) throw new Error(answer.problem.message);
    const [, payload = ''] = answer.value.secret.reveal().split('.');

    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ appid: own });
  });
});

describe('an account of a cloud that is not set up any more', () => {
  test('is refused with the remedy, and works again with its cloud', async () => {
    const account = await signIn('East', east);
    const known = clouds;
    clouds = [];
    const { signal } = new AbortController();
    const gone = [
      await mint(account, azure, ['https://vault.azure.net/.default']),
      await azure.directory.tenants(account, signal),
      await azure.identity.signIn({ method: 'interactive', cloud: 'East', signal, prompt() {} }),
    ].map((answer) => (answer.ok ? 'answered' : answer.problem.kind));
    clouds = known;

    expect([gone, issuerOf(await mint(account))]).toEqual([
      ['unknown-cloud', 'unknown-cloud', 'unknown-cloud'],
      'East',
    ]);
  });

  test('can be signed out, and takes nobody of another cloud along', async () => {
    const [inEast, inWest] = [await signIn('East', east), await signIn('West', west)];
    clouds = clouds.filter(({ name }) => name === 'West');
    await azure.identity.flush();
    await azure.identity.forget(inEast);
    const later = connectAll(
      () => [cloudOf('East', east), ...clouds],
      createMemoryVault(new Map(vault.contents)),
    );

    expect([
      issuerOf(await mint(inWest)),
      issuerOf(await mint(inEast, later)),
      issuerOf(await mint(inWest, later)),
    ]).toEqual(['West', 'sign-in-again', 'West']);
  });
});
