import {
  InteractionRequiredAuthError,
  PublicClientApplication,
  ServerError,
  type AccountInfo,
  type AuthenticationResult,
} from '@azure/msal-node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPerson, type SeenPage } from './person.ts';
import { armScope, azureCli } from './protocol.ts';
import { startCloud, type Cloud, type Tenant } from './start.ts';
import { trust } from './trust.ts';

let cloud: Cloud;

beforeEach(async () => {
  cloud = await startCloud({ deviceCodeInterval: 1 });
  trust(cloud.certificateAuthority);
});
afterEach(() => cloud.close());

function createClient(authority = 'organizations'): PublicClientApplication {
  return new PublicClientApplication({
    auth: {
      clientId: azureCli,
      authority: `${cloud.authority}/${authority}`,
      knownAuthorities: [new URL(cloud.authority).host],
      clientCapabilities: ['CP1'],
    },
  });
}

const scopes = [armScope];

/** Signs in with real MSAL; `act` is what the person does on the first page. */
function signIn(
  client: PublicClientApplication,
  act: (picker: SeenPage) => Promise<SeenPage>,
  more: { readonly authority?: string; readonly claims?: string } = {},
): Promise<AuthenticationResult> {
  return client.acquireTokenInteractive({
    scopes,
    prompt: 'select_account',
    ...more,
    openBrowser: async (url) => {
      const last = await act(await createPerson().open(url));
      await last.press('Submit');
    },
  });
}

function silent(client: PublicClientApplication, account: AccountInfo | null, tenant: Tenant) {
  if (!account) throw new Error('No account came with the token.');
  return client.acquireTokenSilent({
    scopes,
    account: { ...account, tenantId: tenant.id },
    authority: `${cloud.authority}/${tenant.id}`,
  });
}

test('MSAL signs in in the browser and reaches every open tenant with one account', async () => {
  const { tenants, users } = cloud.directory;
  const client = createClient();
  const { account, fromCache } = await signIn(client, (page) => page.press('Adele Vance'));
  const open = [tenants.contoso, tenants.fabrikam, tenants.proseware, tenants.northwind];
  const answers = [];
  for (const tenant of open) answers.push(await silent(client, account, tenant));
  expect({ fromCache, username: account?.username, home: account?.homeAccountId }).toEqual({
    fromCache: false,
    username: users.adele.username,
    home: `${users.adele.id}.${users.adele.homeTenant}`,
  });
  expect(answers.map((each) => each.tenantId)).toEqual(open.map((tenant) => tenant.id));
  expect(answers[0]?.fromCache).toBe(true);
  expect(new Set(answers.map((each) => each.accessToken)).size).toBe(4);
});

test('MSAL is told to interact for the strict and the blocked tenant, with claims', async () => {
  const { tailwind, woodgrove } = cloud.directory.tenants;
  const client = createClient();
  const { account } = await signIn(client, (page) => page.press('Adele Vance'));
  const refusals = [];
  for (const tenant of [tailwind, woodgrove]) {
    const refusal: unknown = await silent(client, account, tenant).catch((error: unknown) => error);
    if (!(refusal instanceof InteractionRequiredAuthError)) throw refusal;
    refusals.push(refusal);
  }
  expect(refusals.map((each) => [each.subError, each.errorNo])).toEqual([
    ['basic_action', 50076],
    ['message_only', 53003],
  ]);
  const [stepUp] = refusals;
  const strong = await signIn(
    client,
    async (page) => (await page.press('Adele Vance')).press('Approve sign-in'),
    { authority: `${cloud.authority}/${tailwind.id}`, claims: stepUp?.claims ?? '' },
  );
  expect(strong.tenantId).toBe(tailwind.id);
});

test('MSAL hears of a cancelled sign-in', async () => {
  const refusal: unknown = await signIn(createClient(), (page) => page.press('Cancel')).catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(ServerError);
  expect(refusal).toMatchObject({ errorCode: 'access_denied' });
});

test('MSAL signs in by device code, and stops when it was declined or expired', async () => {
  const { jurgen } = cloud.directory.users;
  const byDeviceCode = (settle: (userCode: string) => void) =>
    createClient()
      .acquireTokenByDeviceCode({ scopes, deviceCodeCallback: ({ userCode }) => settle(userCode) })
      .then(
        (answer) => answer?.account?.username,
        (error: unknown) => String(error),
      );
  expect(await byDeviceCode((userCode) => cloud.approveDeviceCode(userCode, jurgen))).toBe(
    jurgen.username,
  );
  expect(await byDeviceCode((userCode) => cloud.declineDeviceCode(userCode))).toContain(
    'authorization_declined',
  );
  expect(await byDeviceCode(() => cloud.expireDeviceCodes())).toContain('expired_token');
});

test('MSAL refuses an unknown tenant before it opens a browser', async () => {
  const refusal: unknown = await signIn(createClient('nowhere.example'), (page) =>
    Promise.resolve(page),
  ).catch((error: unknown) => error);
  expect(String(refusal)).toContain('endpoints_resolution_error');
  expect(cloud.requests.map((each) => each.status)).toEqual([400]);
});
