import { connect as connectSocket } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignInPrompt } from '../../../src/main/core/ports/azure.ts';
import type { Cloud } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import { users } from '../../cloud/directory/contoso.ts';
import { enterDeviceCode, openPage, openPersonsBrowser, signIn } from '../../person.ts';
import type { Adapters } from './simulated-azure.ts';
import { connect, connectAll, createMemoryVault, simulatedCloud } from './simulated-azure.ts';

let cloud: Cloud;
let browser: Browser;
let azure: Adapters;

beforeAll(async () => {
  cloud = await startCloud({ deviceCodeInterval: 1 });
  browser = await openPersonsBrowser();
  azure = connect(cloud, createMemoryVault());
});

afterAll(async () => {
  await browser.close();
  await cloud.close();
});

interface Prompted {
  readonly prompt: (prompt: SignInPrompt) => void;
  readonly shown: Promise<SignInPrompt>;
}

function awaitPrompt(): Prompted {
  const { promise, resolve } = Promise.withResolvers<SignInPrompt>();
  return { prompt: resolve, shown: promise };
}

async function browserAddress(prompted: Prompted): Promise<string> {
  const shown = await prompted.shown;
  if (shown.kind !== 'browser') throw new Error('no browser was wanted');
  return shown.url;
}

async function userCode(prompted: Prompted): Promise<string> {
  const shown = await prompted.shown;
  if (shown.kind !== 'code') throw new Error('no code was shown');
  return shown.userCode;
}

function portIsOpen(port: number): Promise<boolean> {
  return new Promise<boolean>((resolve) => {
    const socket = connectSocket(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  });
}

describe('interactive sign-in', () => {
  test('brings the person back with their home account', async () => {
    const prompted = awaitPrompt();
    const answer = azure.identity.signIn({
      method: 'interactive',
      cloud: 'Simulated',
      signal: new AbortController().signal,
      prompt: prompted.prompt,
    });
    const page = await openPage(browser, await browserAddress(prompted));
    await signIn(page, { as: 'Adele Vance' });

    expect(await page.getByRole('heading').textContent()).toBe('Back to Azimuth');
    expect(page.url()).not.toContain('code=');
    expect(await answer).toEqual({
      ok: true,
      value: {
        cloud: 'Simulated',
        clientId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
        sessionFacts: { provedAt: expect.any(Number) as number, limits: [] },
        homeAccountId: `${users.adele.id}.${users.adele.homeTenant}`,
        homeTenantId: users.adele.homeTenant,
        username: 'adele.vance@contoso.com',
        displayName: 'Adele Vance',
      },
    });
  });

  test('asks which account, uses PKCE and a form post', async () => {
    const prompted = awaitPrompt();
    const stop = new AbortController();
    const answer = azure.identity.signIn({
      method: 'interactive',
      cloud: 'Simulated',
      signal: stop.signal,
      prompt: prompted.prompt,
    });
    const parameters = new URL(await browserAddress(prompted)).searchParams;
    stop.abort();
    await answer;

    expect(Object.fromEntries(parameters)).toMatchObject({
      prompt: 'select_account',
      response_mode: 'form_post',
      response_type: 'code',
      code_challenge_method: 'S256',
      client_id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
    });
  });

  test('a cancelled one frees its port and says so', async () => {
    const prompted = awaitPrompt();
    const stop = new AbortController();
    const answer = azure.identity.signIn({
      method: 'interactive',
      cloud: 'Simulated',
      signal: stop.signal,
      prompt: prompted.prompt,
    });
    const address = new URL(await browserAddress(prompted));
    const port = Number(new URL(address.searchParams.get('redirect_uri') ?? '').port);
    expect(await portIsOpen(port)).toBe(true);
    stop.abort();

    expect(await answer).toMatchObject({ ok: false, problem: { kind: 'cancelled' } });
    expect(await portIsOpen(port)).toBe(false);
  });

  test('one that waits for a silent network is cancelled at once', async () => {
    const fresh = connect(cloud, createMemoryVault());
    const undo = cloud.inject({ match: /openid-configuration$/, kind: 'hang' });
    const stop = new AbortController();
    const answer = fresh.identity.signIn({
      method: 'interactive',
      cloud: 'Simulated',
      signal: stop.signal,
      prompt: () => {},
    });
    await expect.poll(() => cloud.requests.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    stop.abort();

    expect(await answer).toMatchObject({ ok: false, problem: { kind: 'cancelled' } });
    undo();
  }, 5_000);

  test('cancelled at the provider ends as cancelled, with a page that does not claim success', async () => {
    const prompted = awaitPrompt();
    const answer = azure.identity.signIn({
      method: 'interactive',
      cloud: 'Simulated',
      signal: new AbortController().signal,
      prompt: prompted.prompt,
    });
    const page = await openPage(browser, await browserAddress(prompted));
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.waitForURL(/^http:\/\/localhost:/);

    expect(await page.getByRole('heading').textContent()).toBe('The sign-in did not finish');
    expect(await answer).toMatchObject({
      ok: false,
      problem: { kind: 'declined', code: 'AADSTS65004', remedy: { kind: 'retry' } },
    });
  });

  test('a tenant that does not exist is named as such', async () => {
    const answer = await azure.identity.signIn({
      method: 'interactive',
      cloud: 'Simulated',
      tenant: 'no-such-tenant.example',
      signal: new AbortController().signal,
      prompt: () => {},
    });

    expect(answer).toMatchObject({
      ok: false,
      problem: { kind: 'unknown-tenant', code: 'AADSTS90002' },
    });
  });
});

describe('device code', () => {
  test('that is refused is never shown, and the refusal is the one of the code', async () => {
    const unknown = { ...simulatedCloud(cloud), clientId: '11111111-1111-4111-8111-111111111111' };
    const { identity } = connectAll(() => [unknown], createMemoryVault());
    const shown: SignInPrompt[] = [];
    const asked = cloud.requests.length;
    const answer = await identity.signIn({
      method: 'device-code',
      cloud: 'Simulated',
      signal: new AbortController().signal,
      prompt: (prompt) => shown.push(prompt),
    });

    expect([answer, shown]).toEqual([
      {
        ok: false,
        problem: expect.objectContaining({
          kind: 'unknown-application',
          code: 'AADSTS700016',
          remedy: { kind: 'set-client-id' },
        }) as unknown,
      },
      [],
    ]);
    const polls = cloud.requests.slice(asked).filter(({ path }) => path.endsWith('/token'));
    expect(polls).toEqual([]);
  });

  test('signs in on another device', async () => {
    const prompted = awaitPrompt();
    const answer = azure.identity.signIn({
      method: 'device-code',
      cloud: 'Simulated',
      signal: new AbortController().signal,
      prompt: prompted.prompt,
    });
    const page = await openPage(browser, `${cloud.authority}/common/oauth2/deviceauth`);
    await enterDeviceCode(page, await userCode(prompted), { as: 'Jürgen Groß' });

    expect(await answer).toMatchObject({
      ok: true,
      value: { username: 'juergen.gross@fabrikam.com', displayName: 'Jürgen Groß' },
    });
  });

  test('declined on the other device is said in words', async () => {
    const prompted = awaitPrompt();
    const answer = azure.identity.signIn({
      method: 'device-code',
      cloud: 'Simulated',
      signal: new AbortController().signal,
      prompt: prompted.prompt,
    });
    cloud.declineDeviceCode(await userCode(prompted));

    expect(await answer).toMatchObject({
      ok: false,
      problem: { kind: 'declined', remedy: { kind: 'retry' } },
    });
  });

  test('an expired code asks for a new one', async () => {
    const prompted = awaitPrompt();
    const answer = azure.identity.signIn({
      method: 'device-code',
      cloud: 'Simulated',
      signal: new AbortController().signal,
      prompt: prompted.prompt,
    });
    await prompted.shown;
    cloud.expireDeviceCodes();

    expect(await answer).toMatchObject({ ok: false, problem: { kind: 'code-expired' } });
  });

  test('goes on, more slowly, when told to slow down', async () => {
    const prompted = awaitPrompt();
    cloud.inject({
      match: /\/oauth2\/v2\.0\/token$/,
      kind: 'status',
      status: 400,
      body: JSON.stringify({ error: 'slow_down', error_description: 'AADSTS70016: slow down' }),
      times: 1,
    });
    const answer = azure.identity.signIn({
      method: 'device-code',
      cloud: 'Simulated',
      signal: new AbortController().signal,
      prompt: prompted.prompt,
    });
    cloud.approveDeviceCode(await userCode(prompted), users.zoe);

    expect(await answer).toMatchObject({
      ok: true,
      value: { username: 'zoe.angstrom@proseware.com' },
    });
  });

  test('a cancelled one answers at once and leaves no account, even if it was approved meanwhile', async () => {
    const vault = createMemoryVault();
    const { identity } = connect(cloud, vault);
    const prompted = awaitPrompt();
    const stop = new AbortController();
    const answer = identity.signIn({
      method: 'device-code',
      cloud: 'Simulated',
      signal: stop.signal,
      prompt: prompted.prompt,
    });
    const code = await userCode(prompted);
    stop.abort();
    cloud.approveDeviceCode(code, users.minh);

    expect(await answer).toMatchObject({ ok: false, problem: { kind: 'cancelled' } });
    expect(vault.contents.has('msal-cache')).toBe(false);
  });
});
