import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCloud, type Cloud } from './start.ts';
import { trust } from './trust.ts';

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud();
  trust(cloud.certificateAuthority);
});
afterAll(() => cloud.close());

async function get(path: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(cloud.authority + path);
  return { status: response.status, body: await response.json() };
}

const configuration = (segment: string): string =>
  `/${segment}/v2.0/.well-known/openid-configuration`;

test.each([
  ['organizations', 'organizations', '{tenantid}'],
  ['common', 'common', '{tenantid}'],
  ['consumers', 'consumers', '9188040d-6c67-4c5b-b112-36a304b66dad'],
])('%s has its own OpenID configuration', async (segment, inUrls, inIssuer) => {
  const { body } = await get(configuration(segment));
  expect(body).toMatchObject({
    authorization_endpoint: `${cloud.authority}/${inUrls}/oauth2/v2.0/authorize`,
    token_endpoint: `${cloud.authority}/${inUrls}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${cloud.authority}/${inUrls}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${cloud.authority}/${inUrls}/oauth2/v2.0/logout`,
    issuer: `${cloud.authority}/${inIssuer}/v2.0`,
  });
});

test('a tenant is found by its id and by each of its domains', async () => {
  const { id, domains } = cloud.directory.tenants.northwind;
  const answers = await Promise.all([id, ...domains].map((name) => get(configuration(name))));
  for (const { body } of answers) {
    expect(body).toHaveProperty('issuer', `${cloud.authority}/${id}/v2.0`);
  }
});

test('an unknown tenant is refused with AADSTS90002', async () => {
  const { status, body } = await get(configuration('nowhere.example'));
  expect(status).toBe(400);
  expect(body).toMatchObject({ error: 'invalid_tenant', error_codes: [90002] });
});

test('instance discovery knows this host and the public cloud, and no other', async () => {
  const ask = (endpoint: string) =>
    get(`/common/discovery/instance?api-version=1.1&authorization_endpoint=${endpoint}`);
  const own = await ask(`${cloud.authority}/common/oauth2/v2.0/authorize`);
  const foreign = await ask('https://login.evil.example/common/oauth2/v2.0/authorize');
  const { host } = new URL(cloud.authority);
  expect(own.body).toMatchObject({
    tenant_discovery_endpoint: cloud.authority + configuration('common'),
    metadata: [
      { preferred_network: host, preferred_cache: host, aliases: [host] },
      { preferred_network: 'login.microsoftonline.com' },
    ],
  });
  expect(foreign).toMatchObject({ status: 400, body: { error: 'invalid_instance' } });
});
