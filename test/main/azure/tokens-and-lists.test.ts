import type { Browser } from 'playwright-core';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../../src/shared/model.ts';
import type { SignInRequest } from '../../../src/main/core/ports/azure.ts';
import type { Cloud } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import { subscriptions, tenants, users } from '../../cloud/directory/contoso.ts';
import { openPage, openPersonsBrowser, signIn } from '../../person.ts';
import type { Adapters, MemoryVault } from './simulated-azure.ts';
import { accountOf, connect, createMemoryVault } from './simulated-azure.ts';

const armScopes = ['https://management.core.windows.net//.default'];

let cloud: Cloud;
let browser: Browser;
let vault: MemoryVault;
let azure: Adapters;
let adele: Account;
const faults: (() => void)[] = [];

async function signInAdele(
  request: Partial<SignInRequest> = {},
  secondFactor: 'approve' | 'cannot' = 'approve',
): Promise<Account> {
  const { promise: address, resolve } = Promise.withResolvers<string>();
  const answer = azure.identity.signIn({
    method: 'interactive',
    cloud: 'Simulated',
    signal: new AbortController().signal,
    prompt: (prompt) => prompt.kind === 'browser' && resolve(prompt.url),
    ...request,
  });
  await signIn(await openPage(browser, await address), { as: 'Adele Vance', secondFactor });
  const user = await answer;
  if (!user.ok) throw new Error(user.problem.message);
  return accountOf(user.value);
}

beforeAll(async () => {
  cloud = await startCloud();
  browser = await openPersonsBrowser();
  vault = createMemoryVault();
  azure = connect(cloud, vault);
  adele = await signInAdele();
});

afterEach(() => {
  faults.splice(0).forEach((undo) => undo());
});

afterAll(async () => {
  await browser.close();
  await cloud.close();
});

const never = new AbortController().signal;

describe('tokens', () => {
  test("every tenant's token is that tenant's, though MSAL would hand out the home tenant's", async () => {
    const open = [tenants.contoso, tenants.fabrikam, tenants.proseware, tenants.northwind];
    const issued = await Promise.all(
      open.map(async ({ id }) => {
        const answer = await azure.identity.acquireToken({
          account: adele,
          tenantId: id,
          scopes: armScopes,
        });
        return answer.ok ? decodeJwt(answer.value.secret.reveal())['tid'] : answer.problem;
      }),
    );

    expect(issued).toEqual(open.map(({ id }) => id));
  });

  test('a hundred asks for the same token are one request', async () => {
    const ask = {
      account: adele,
      tenantId: tenants.fabrikam.id,
      scopes: ['https://graph.microsoft.com/.default'],
    };
    const before = cloud.requests.length;
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => azure.identity.acquireToken(ask)),
    );

    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(cloud.requests.slice(before).map(({ path }) => path)).toEqual([
      `/${tenants.fabrikam.id}/oauth2/v2.0/token`,
    ]);
  });

  test('a tenant that wants a second factor says so, with the claims that a sign-in has to carry', async () => {
    const ask = { account: adele, tenantId: tenants.tailwind.id, scopes: armScopes };
    const refused = await azure.identity.acquireToken(ask);
    if (refused.ok) throw new Error('the tenant gave a token without a second factor');
    expect(refused.problem).toMatchObject({
      kind: 'step-up',
      code: 'AADSTS50076',
      remedy: { kind: 'sign-in' },
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      claims: expect.stringContaining('access_token') as string,
    });

    await signInAdele({
      tenant: tenants.tailwind.id,
      loginHint: adele.username,
      ...(refused.problem.claims === undefined ? {} : { claims: refused.problem.claims }),
    });
    expect(await azure.identity.acquireToken(ask)).toMatchObject({
      ok: true,
      value: { tenantId: tenants.tailwind.id },
    });
  });

  test('a tenant that blocks says who can help', async () => {
    const refused = await azure.identity.acquireToken({
      account: adele,
      tenantId: tenants.woodgrove.id,
      scopes: armScopes,
    });

    expect(refused).toMatchObject({
      ok: false,
      problem: { kind: 'blocked', code: 'AADSTS53003', remedy: { kind: 'contact-admin' } },
    });
  });

  test('a service that nobody knows is named', async () => {
    const refused = await azure.identity.acquireToken({
      account: adele,
      tenantId: tenants.contoso.id,
      scopes: ['https://no-such-service.example/.default'],
    });

    expect(refused).toMatchObject({
      ok: false,
      problem: { kind: 'unknown-resource', code: 'AADSTS500011' },
    });
  });

  test.each([
    ['reset', 'offline'],
    ['html', 'unexpected-answer'],
    ['garbage-json', 'unexpected-answer'],
    ['truncate', 'offline'],
  ] as const)('Entra ID answering with "%s" reads as %s', async (kind, expected) => {
    faults.push(cloud.inject({ match: /oauth2\/v2\.0\/token$/, kind }));
    const refused = await azure.identity.acquireToken({
      account: adele,
      tenantId: tenants.contoso.id,
      scopes: ['https://vault.azure.net/.default'],
    });

    expect(refused).toMatchObject({ ok: false, problem: { kind: expected } });
  });

  test("a page of the front door in trouble is the service's trouble, no captive portal", async () => {
    faults.push(cloud.inject({ match: /oauth2\/v2\.0\/token$/, kind: 'html', status: 503 }));
    const refused = await azure.identity.acquireToken({
      account: adele,
      tenantId: tenants.contoso.id,
      scopes: ['https://servicebus.azure.net/.default'],
    });

    expect(refused).toMatchObject({ ok: false, problem: { kind: 'service-error' } });
  });

  test('after a restart the accounts go on from the vault, without a new sign-in', async () => {
    const later = connect(cloud, createMemoryVault(new Map(vault.contents)));
    const answer = await later.identity.acquireToken({
      account: adele,
      tenantId: tenants.northwind.id,
      scopes: armScopes,
    });

    expect(answer).toMatchObject({ ok: true, value: { tenantId: tenants.northwind.id } });
  });
});

describe('lists', () => {
  test('tenants and subscriptions come paged from ARM, with their states', async () => {
    const found = await azure.directory.tenants(adele, never);
    if (!found.ok) throw new Error(found.problem.message);
    expect(found.value.map(({ displayName }) => displayName).toSorted()).toEqual(
      Object.values(tenants)
        .map(({ displayName }) => displayName)
        .toSorted(),
    );

    const inContoso = await azure.directory.subscriptions(adele, tenants.contoso.id, never);
    if (!inContoso.ok) throw new Error(inContoso.problem.message);
    const states = new Map(inContoso.value.map((one) => [one.displayName, one.state] as const));
    expect(states.get('Contoso Sandbox')).toBe('Warned');
    expect(states.get('Contoso Legacy Datacenter')).toBe('Disabled');
    expect(states.size).toBeGreaterThan(4);
    expect(
      inContoso.value.find(
        (one) => one.subscriptionId === subscriptions.fabrikamManagedOperations.id,
      ),
    ).toBeDefined();
  });

  test('a claims challenge of ARM becomes a step-up with its claims', async () => {
    cloud.requireClaims(users.adele);
    const refused = await azure.directory.subscriptions(adele, tenants.fabrikam.id, never);
    if (refused.ok) throw new Error('ARM did not challenge');
    expect(refused.problem).toMatchObject({
      remedy: { kind: 'sign-in', accountKey: adele.key, tenantId: tenants.fabrikam.id },
    });

    await signInAdele({
      tenant: tenants.fabrikam.id,
      loginHint: adele.username,
      ...(refused.problem.claims === undefined ? {} : { claims: refused.problem.claims }),
    });
    expect(await azure.directory.subscriptions(adele, tenants.fabrikam.id, never)).toMatchObject({
      ok: true,
    });
  });

  test.each([
    ['html', 'unexpected-answer'],
    ['garbage-json', 'unexpected-answer'],
    // The cut may come before or after the head of the answer.
    ['truncate', /^(offline|unexpected-answer)$/],
  ] as const)('ARM answering with "%s" reads as %s', async (kind, expected) => {
    faults.push(cloud.inject({ match: /^\/subscriptions$/, kind }));
    const refused = await azure.directory.subscriptions(adele, tenants.contoso.id, never);

    if (refused.ok) throw new Error('ARM was believed');
    expect(refused.problem.kind).toMatch(expected);
  });

  test('ARM asking to wait is waited for', async () => {
    faults.push(
      cloud.inject({
        match: /^\/subscriptions$/,
        kind: 'status',
        status: 429,
        headers: { 'Retry-After': '1' },
        times: 1,
      }),
    );
    const answer = await azure.directory.subscriptions(adele, tenants.contoso.id, never);

    expect(answer.ok).toBe(true);
  });

  test('one lost connection to ARM is tried again', async () => {
    faults.push(cloud.inject({ match: /^\/subscriptions$/, kind: 'reset', times: 1 }));
    const answer = await azure.directory.subscriptions(adele, tenants.contoso.id, never);

    expect(answer.ok).toBe(true);
  });

  test('ARM asking to wait for an hour is a failure with its reason, not a list that loads for an hour', async () => {
    faults.push(
      cloud.inject({
        match: /^\/subscriptions$/,
        kind: 'status',
        status: 429,
        headers: { 'Retry-After': '3600' },
      }),
    );
    const refused = await azure.directory.subscriptions(adele, tenants.contoso.id, never);

    expect(refused).toMatchObject({ ok: false, problem: { kind: 'throttled' } });
  });

  test('a session whose refresh token is bad asks to sign in again, every time', async () => {
    const own = connect(cloud, createMemoryVault(new Map(vault.contents)));
    faults.push(
      cloud.inject({
        match: /oauth2\/v2\.0\/token$/,
        kind: 'status',
        status: 400,
        body: JSON.stringify({
          error: 'invalid_grant',
          suberror: 'bad_token',
          error_description: 'AADSTS70008: The refresh token has expired.',
          error_codes: [70008],
        }),
      }),
    );
    const ask = {
      account: adele,
      tenantId: tenants.contoso.id,
      scopes: ['https://api.loganalytics.io/.default'],
    };
    const kinds = [];
    for (let time = 0; time < 3; time += 1) {
      const refused = await own.identity.acquireToken(ask);
      kinds.push(refused.ok ? 'issued' : refused.problem.kind);
    }

    expect(kinds).toEqual(['sign-in-again', 'sign-in-again', 'sign-in-again']);
  });

  test('a session that was ended elsewhere asks to sign in again', async () => {
    cloud.revokeRefreshTokens(users.adele);
    const refused = await azure.identity.acquireToken({
      account: adele,
      tenantId: tenants.contoso.id,
      scopes: ['https://storage.azure.com/.default'],
    });

    expect(refused).toMatchObject({
      ok: false,
      problem: { kind: 'sign-in-again', code: 'AADSTS50173', remedy: { kind: 'sign-in' } },
    });
  });
});
