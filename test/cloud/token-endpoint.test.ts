import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicClients } from './directory/public-clients.ts';
import { askForToken, azureCli, openIdScopes, refresh, signIn } from './protocol.ts';
import { startCloud, type Cloud } from './start.ts';
import { trust } from './trust.ts';

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud();
  trust(cloud.certificateAuthority);
});
afterAll(() => cloud.close());

test('tokens verify against the published keys and name user, tenant and audience', async () => {
  const { adele } = cloud.directory.users;
  const answer = await signIn(cloud, adele);
  const keys = createRemoteJWKSet(new URL(`${cloud.authority}/common/discovery/v2.0/keys`));
  const access = await jwtVerify(answer.access_token ?? '', keys);
  const id = await jwtVerify(answer.id_token ?? '', keys, { audience: azureCli });
  expect({
    algorithm: access.protectedHeader.alg,
    audience: access.payload.aud,
    issuer: access.payload.iss,
    tenant: access.payload['tid'],
    object: access.payload['oid'],
    scopes: access.payload['scp'],
    methods: access.payload['amr'],
    username: id.payload['preferred_username'],
    idIssuer: id.payload.iss,
    clientInfo: JSON.parse(
      Buffer.from(answer.client_info ?? '', 'base64url').toString(),
    ) as unknown,
    family: answer.foci,
  }).toEqual({
    algorithm: 'RS256',
    audience: 'https://management.core.windows.net/',
    issuer: `https://sts.windows.net/${adele.homeTenant}/`,
    tenant: adele.homeTenant,
    object: adele.id,
    scopes: 'user_impersonation',
    methods: ['pwd'],
    username: 'adele.vance@contoso.com',
    idIssuer: `${cloud.authority}/${adele.homeTenant}/v2.0`,
    clientInfo: { uid: adele.id, utid: adele.homeTenant },
    family: '1',
  });
});

test('a token lives 60 to 90 minutes, or as long as it is told', async () => {
  const usual = await signIn(cloud, cloud.directory.users.adele);
  cloud.setTokenLifetime(7);
  const short = await signIn(cloud, cloud.directory.users.adele);
  cloud.setTokenLifetime(7200);
  const long = await signIn(cloud, cloud.directory.users.adele);
  cloud.setTokenLifetime(undefined);
  expect(usual.expires_in).toBeGreaterThanOrEqual(3600);
  expect(usual.expires_in).toBeLessThan(5400);
  expect(usual).not.toHaveProperty('refresh_in');
  expect(short.expires_in).toBe(7);
  expect(long).toMatchObject({ expires_in: 7200, refresh_in: 3600 });
});

test('one refresh token opens every tenant of its user, with another object id in each', async () => {
  const { users, tenants } = cloud.directory;
  const first = await signIn(cloud, users.jurgen);
  const seen = [];
  for (const tenant of [tenants.fabrikam, tenants.contoso, tenants.northwind]) {
    const answer = await refresh(cloud, first.refresh_token, tenant.id);
    const claims = decodeJwt(answer.access_token ?? '');
    expect(claims['tid']).toBe(tenant.id);
    expect(claims['oid']).toBe(cloud.directory.objectIdOf(users.jurgen, tenant.id));
    seen.push(claims['oid']);
  }
  expect(new Set(seen).size).toBe(3);
});

test('an authority may be named by any domain of the tenant', async () => {
  const first = await signIn(cloud, cloud.directory.users.jurgen);
  const answer = await refresh(cloud, first.refresh_token, 'CONTOSO.onmicrosoft.com');
  expect(decodeJwt(answer.access_token ?? '')['tid']).toBe(cloud.directory.tenants.contoso.id);
});

test('a refresh gives a new refresh token and the old one stays good', async () => {
  const first = await signIn(cloud, cloud.directory.users.adele);
  const second = await refresh(cloud, first.refresh_token, 'organizations');
  const again = await refresh(cloud, first.refresh_token, 'organizations');
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect([second.status, again.status]).toEqual([200, 200]);
});

test('clients of the family share refresh tokens and others do not', async () => {
  const first = await signIn(cloud, cloud.directory.users.adele);
  const inFamily = { client_id: publicClients.visualStudioCode.id };
  const stranger = { client_id: publicClients.ownRegistration.id };
  const shared = await refresh(cloud, first.refresh_token, 'organizations', inFamily);
  const refused = await refresh(cloud, first.refresh_token, 'organizations', stranger);
  expect([shared.status, refused.status, refused.error]).toEqual([200, 400, 'invalid_grant']);
});

test('the tenant with multi-factor authentication wants more than a password', async () => {
  const { users, tenants } = cloud.directory;
  const weak = await signIn(cloud, users.adele);
  const refused = await refresh(cloud, weak.refresh_token, tenants.tailwind.id);
  expect(refused).toMatchObject({
    status: 400,
    error: 'invalid_grant',
    suberror: 'basic_action',
    error_codes: [50076],
    claims: expect.stringContaining('"capolids"') as string,
  });
  const strong = await signIn(cloud, users.adele, tenants.tailwind.id);
  const everywhere = await refresh(cloud, strong.refresh_token, tenants.contoso.id);
  expect(decodeJwt(everywhere.access_token ?? '')['amr']).toEqual(['pwd', 'mfa']);
});

test('the blocked tenant gives nothing, until it is opened', async () => {
  const { users, tenants } = cloud.directory;
  const { refresh_token: token } = await signIn(cloud, users.adele);
  const blocked = await refresh(cloud, token, tenants.woodgrove.id);
  cloud.setTenantPolicy(tenants.woodgrove, 'open');
  const open = await refresh(cloud, token, tenants.woodgrove.id);
  cloud.setTenantPolicy(tenants.woodgrove, 'blocked');
  expect(blocked).toMatchObject({ error_codes: [53003], suberror: 'message_only' });
  expect(open.status).toBe(200);
});

test('revoked, inactive and made-up refresh tokens are told apart', async () => {
  const { zoe } = cloud.directory.users;
  const { refresh_token: token } = await signIn(cloud, zoe);
  const madeUp = await refresh(cloud, '1.AXkAmadeup', 'organizations');
  cloud.setClockOffset(91 * 24 * 3600 * 1000);
  const inactive = await refresh(cloud, token, 'organizations');
  cloud.setClockOffset(0);
  const good = await refresh(cloud, token, 'organizations');
  cloud.revokeRefreshTokens(zoe);
  const revoked = await refresh(cloud, token, 'organizations');
  const { refresh_token: fresh } = await signIn(cloud, zoe);
  const goodAgain = await refresh(cloud, fresh, 'organizations');
  expect([madeUp, inactive, good, revoked, goodAgain].map((each) => each.error_codes?.[0])).toEqual(
    [9002313, 700082, undefined, 50173, undefined],
  );
});

test('a claims request for a step-up needs multi-factor authentication', async () => {
  const { refresh_token: token } = await signIn(cloud, cloud.directory.users.adele);
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
  const stepUp = await refresh(cloud, token, 'organizations', { claims });
  const capability = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } });
  const plain = await refresh(cloud, token, 'organizations', { claims: capability });
  const broken = await refresh(cloud, token, 'organizations', { claims: '{' });
  expect(stepUp.error_codes).toEqual([50076]);
  expect(decodeJwt(plain.access_token ?? '')['xms_cc']).toEqual(['CP1']);
  expect(broken.error_codes).toEqual([9002313]);
});

test.each([
  ['https://management.azure.com/.default', 'https://management.azure.com', 'user_impersonation'],
  ['https://management.azure.com//.default', 'https://management.azure.com/', 'user_impersonation'],
  ['https://graph.microsoft.com/User.Read', 'https://graph.microsoft.com', 'User.Read'],
  ['https://vault.azure.net/.default', 'https://vault.azure.net', 'user_impersonation'],
  ['https://storage.azure.com/.default', 'https://storage.azure.com', 'user_impersonation'],
  [
    'https://account.blob.core.windows.net/.default',
    'https://account.blob.core.windows.net',
    'user_impersonation',
  ],
  [
    '499b84ac-1321-427f-aa17-267ca6975798/.default',
    '499b84ac-1321-427f-aa17-267ca6975798',
    'user_impersonation',
  ],
  ['api://contoso-orders/Orders.Read', 'api://contoso-orders', 'Orders.Read'],
])('scope %s becomes audience %s', async (scope, audience, scp) => {
  const { refresh_token: token } = await signIn(cloud, cloud.directory.users.adele);
  const answer = await refresh(cloud, token, 'contoso.com', { scope: `${openIdScopes} ${scope}` });
  const claims = decodeJwt(answer.access_token ?? '');
  expect({ aud: claims.aud, scp: claims['scp'] }).toEqual({ aud: audience, scp });
  expect(answer.scope?.split(' ')).toContain(scope);
});

test.each([
  ['an unknown API', 'https://nowhere.example/.default', 'contoso.com', 500011],
  ["another tenant's API", 'api://contoso-orders/.default', 'fabrikam.com', 500011],
  [
    'two APIs at once',
    'https://vault.azure.net/.default https://storage.azure.com/.default',
    'contoso.com',
    28000,
  ],
  ['a permission that the API lacks', 'api://contoso-orders/Orders.Burn', 'contoso.com', 65002],
])('%s is refused', async (_what, scope, authority, code) => {
  const { refresh_token: token } = await signIn(cloud, cloud.directory.users.adele);
  const answer = await refresh(cloud, token, authority, { scope });
  expect(answer.error_codes).toEqual([code]);
});

test('errors have the shape of the real ones and echo the correlation id', async () => {
  const correlation = '0c4c1e9d-8a1c-4f6e-9d0e-5d5b3f1a2b3c';
  const answer = await askForToken(
    cloud,
    'nowhere.example',
    { grant_type: 'refresh_token', client_id: azureCli, refresh_token: 'x' },
    { 'client-request-id': correlation },
  );
  expect(answer).toEqual({
    status: 400,
    error: 'invalid_tenant',
    error_description: expect.stringMatching(
      new RegExp(
        "^AADSTS90002: Tenant 'nowhere.example' not found\\. .* Trace ID: [0-9a-f-]{36} " +
          `Correlation ID: ${correlation} Timestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$`,
      ),
    ) as string,
    error_codes: [90002],
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/) as string,
    trace_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    correlation_id: correlation,
    error_uri: `${cloud.authority}/error?code=90002`,
  });
});

test('what is missing or foreign in a token request is named', async () => {
  const grant = { grant_type: 'refresh_token' };
  const answers = await Promise.all([
    askForToken(cloud, 'common', { client_id: azureCli }),
    askForToken(cloud, 'common', { grant_type: 'password', client_id: azureCli }),
    askForToken(cloud, 'common', { ...grant, client_id: azureCli }),
    askForToken(cloud, 'common', { ...grant, client_id: 'nobody', refresh_token: 'x' }),
    askForToken(cloud, '!', { ...grant, client_id: azureCli, refresh_token: 'x' }),
  ]);
  expect(answers.map((each) => each.error_codes?.[0])).toEqual([
    900144, 70003, 900144, 700016, 900023,
  ]);
});

test('a user gets nothing of a tenant that the user is not in', async () => {
  const { refresh_token: token } = await signIn(cloud, cloud.directory.users.zoe);
  const answer = await refresh(cloud, token, 'fabrikam.com');
  expect(answer.error_codes).toEqual([50020]);
});

test('everything secret that was handed out is on record', async () => {
  const answer = await signIn(cloud, cloud.directory.users.adele);
  const secrets = [answer.access_token, answer.refresh_token, answer.id_token];
  expect(secrets.every((secret) => cloud.issued.has(secret ?? ''))).toBe(true);
});
