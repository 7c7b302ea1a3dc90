import { decodeJwt } from 'jose';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignInRequest, SignedInUser } from '../../../src/main/core/ports/azure.ts';
import type { Cloud as KnownCloud } from '../../../src/shared/cloud.ts';
import type { Account } from '../../../src/shared/model.ts';
import type { Result } from '../../../src/shared/problem.ts';
import { tenants, users } from '../../cloud/directory/contoso.ts';
import { publicClients } from '../../cloud/directory/public-clients.ts';
import type { TenantPolicy } from '../../cloud/directory/model.ts';
import type { Cloud } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import { openPage, openPersonsBrowser, signIn as answer } from '../../person.ts';
import type { Adapters } from './simulated-azure.ts';
import { signInByDeviceCode } from './by-device-code.ts';
import {
  accountOf,
  connectAll,
  createMemoryVault,
  simulatedCloud,
  trust,
} from './simulated-azure.ts';

const never = new AbortController().signal;
const armScopes = ['https://management.core.windows.net//.default'];
const graphScopes = ['https://graph.microsoft.com/.default'];

let cloud: Cloud;
let known: KnownCloud;
let azure: Adapters;
let browser: Browser;
let adele: Account;

beforeAll(async () => {
  browser = await openPersonsBrowser();
});

beforeEach(async () => {
  cloud = await startCloud({ deviceCodeInterval: 1 });
  trust(cloud);
  known = simulatedCloud(cloud);
  azure = connectAll(() => [known], createMemoryVault());
  adele = await signInByDeviceCode(azure.identity, cloud, users.adele);
});

afterEach(() => cloud.close());

afterAll(() => browser.close());

/** Adele answers in a browser that nobody is signed in to, and gives a second factor where one is wanted. */
async function signIn(more: Partial<SignInRequest>): Promise<Result<SignedInUser>> {
  const shown = Promise.withResolvers<string>();
  const done = azure.identity.signIn({
    method: 'interactive',
    cloud: 'Simulated',
    signal: never,
    prompt: (prompt) => shown.resolve(prompt.kind === 'browser' ? prompt.url : ''),
    ...more,
  });
  const page = await openPage(browser, await shown.promise);
  if (!page.url().startsWith('http://localhost:')) await answer(page, { as: 'Adele Vance' });
  await page.context().close();
  return done;
}

const acquire = (tenantId: string, scopes = armScopes) =>
  azure.identity.acquireToken({ account: adele, tenantId, scopes });

describe('a refusal of one tenant', () => {
  test.each<[TenantPolicy, object]>([
    [
      'requires-multi-factor',
      { kind: 'step-up', code: 'AADSTS50076', remedy: { kind: 'sign-in' } },
    ],
    [
      'requires-compliant-device',
      { kind: 'step-up', code: 'AADSTS53000', remedy: { kind: 'contact-admin' } },
    ],
    [
      'requires-managed-device',
      { kind: 'step-up', code: 'AADSTS530003', remedy: { kind: 'contact-admin' } },
    ],
    [
      'requires-fresh-sign-in',
      { kind: 'sign-in-again', code: 'AADSTS70043', remedy: { kind: 'sign-in' } },
    ],
    ['blocked', { kind: 'blocked', code: 'AADSTS53003', remedy: { kind: 'contact-admin' } }],
  ])('that %s says what helps, with its ids', async (policy, problem) => {
    cloud.setTenantPolicy(tenants.fabrikam, policy);

    expect(await acquire(tenants.fabrikam.id)).toMatchObject({
      ok: false,
      problem: {
        ...problem,
        detail: expect.stringContaining('Trace ID') as string,
        correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        traceId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      },
    });
  });

  test('that wants a fresh sign-in is satisfied by one', async () => {
    cloud.setTenantPolicy(tenants.fabrikam, 'requires-fresh-sign-in');
    const before = await acquire(tenants.fabrikam.id);
    await signIn({ tenant: tenants.fabrikam.id, loginHint: adele.username });

    expect([before.ok, (await acquire(tenants.fabrikam.id)).ok]).toEqual([false, true]);
  });
});

describe('a challenge that a tool was given', () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

  test.each([
    ['at home', tenants.contoso],
    ['of a guest', tenants.fabrikam],
  ])(
    'is answered for its service %s, and the next token has what was wanted',
    async (_where, tenant) => {
      const before = await acquire(tenant.id, graphScopes);
      const done = await signIn({
        tenant: tenant.id,
        loginHint: adele.username,
        scopes: graphScopes,
        claims,
      });
      const after = await acquire(tenant.id, graphScopes);
      const acrs = [before, after].map((token) => {
        if (!token.ok) throw new Error(token.problem.message);
        return decodeJwt(token.value.secret.reveal())['acrs'];
      });

      expect([done.ok, acrs]).toEqual([true, [['p1'], ['p1', 'c1']]]);
      expect((await acquire(tenant.id)).ok).toBe(true);
    },
  );

  test('stays answered when the sign-in went through another client, whose older session is let go', async () => {
    known = { ...known, clientId: publicClients.ownRegistration.id };
    const done = await signIn({ tenant: tenants.fabrikam.id, scopes: graphScopes, claims });
    if (!done.ok) throw new Error(done.problem.message);
    const before = cloud.requests.length;
    await azure.identity.forget(adele);
    adele = accountOf(done.value);
    const token = await acquire(tenants.fabrikam.id, graphScopes);
    if (!token.ok) throw new Error(token.problem.message);

    expect(decodeJwt(token.value.secret.reveal())).toMatchObject({
      appid: publicClients.ownRegistration.id,
      acrs: ['p1', 'c1'],
    });
    // Another one, which Entra ID would be asked for, need not have what was wanted.
    expect(cloud.requests.slice(before)).toEqual([]);
  });

  test('is in the address of the sign-in page, which holds no secret', async () => {
    const stop = new AbortController();
    const shown = Promise.withResolvers<string>();
    const done = azure.identity.signIn({
      method: 'interactive',
      cloud: 'Simulated',
      tenant: tenants.fabrikam.id,
      loginHint: adele.username,
      scopes: graphScopes,
      claims,
      signal: stop.signal,
      prompt: (prompt) => shown.resolve(prompt.kind === 'browser' ? prompt.url : ''),
    });
    const query = Object.fromEntries(new URL(await shown.promise).searchParams);
    stop.abort();
    await done;

    expect(query).toMatchObject({
      login_hint: adele.username,
      scope: expect.stringContaining('https://graph.microsoft.com/.default') as string,
      claims: expect.stringContaining('"acrs"') as string,
      code_challenge_method: 'S256',
    });
    expect(Object.keys(query)).not.toContain('code_verifier');
  });

  test('for services of two kinds is refused in plain words', async () => {
    expect(
      await signIn({
        tenant: tenants.contoso.id,
        scopes: [...graphScopes, 'https://vault.azure.net/.default'],
      }),
    ).toMatchObject({ ok: false, problem: { kind: 'invalid-input', code: 'AADSTS28000' } });
  });
});

describe('a challenge that nothing satisfies', () => {
  test('of a tenant comes back from the sign-in that carries it, word for word', async () => {
    cloud.setTenantPolicy(tenants.fabrikam, 'never-satisfied');
    const refused = await acquire(tenants.fabrikam.id);
    if (refused.ok) throw new Error('the tenant gave a token');
    const { claims = '' } = refused.problem;
    const again = await signIn({
      tenant: tenants.fabrikam.id,
      loginHint: adele.username,
      claims,
    });

    expect(again).toMatchObject({ ok: false, problem: { code: 'AADSTS50076', claims } });
  });

  test('of Azure Resource Manager ends after one fresh token, and says what it still wants', async () => {
    cloud.requireClaims(users.adele, true);
    await signIn({ tenant: tenants.fabrikam.id, loginHint: adele.username });
    const before = cloud.requests.length;
    const refused = await azure.directory.subscriptions(adele, tenants.fabrikam.id, never);
    const asked = cloud.requests.slice(before).map(({ path }) => path.split('/').at(-1));

    expect(refused).toMatchObject({
      ok: false,
      problem: {
        kind: 'sign-in-again',
        code: 'TokenCreatedWithOutdatedPolicies',
        claims: expect.stringContaining('"nbf"') as string,
        remedy: { kind: 'sign-in', accountKey: adele.key, tenantId: tenants.fabrikam.id },
      },
    });
    expect(asked.filter((name) => name !== 'openid-configuration')).toEqual([
      'subscriptions',
      'token',
      'subscriptions',
    ]);
  });
});
