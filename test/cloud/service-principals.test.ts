import { ConfidentialClientApplication, type Configuration } from '@azure/msal-node';
import { decodeJwt, SignJWT } from 'jose';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { armScope, askForToken } from './protocol.ts';
import { startCloud, type Application, type Cloud } from './start.ts';
import { trust } from './trust.ts';

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud();
  trust(cloud.certificateAuthority);
});
afterAll(() => cloud.close());

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Real MSAL, signing in as an application. */
async function acquire(application: Application, how: Partial<Configuration['auth']>) {
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: application.id,
      authority: `${cloud.authority}/${application.tenant}`,
      knownAuthorities: [new URL(cloud.authority).host],
      ...how,
    },
  });
  return client.acquireTokenByClientCredential({ scopes: [armScope] });
}

async function subscriptionsOf(token: string | undefined): Promise<readonly unknown[]> {
  const response = await fetch(`${cloud.resourceManager}/subscriptions?api-version=2022-12-01`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { value } = (await response.json()) as { value: readonly { displayName: string }[] };
  return value.map((each) => each.displayName);
}

test('MSAL signs in with a secret and sees what the application may see', async () => {
  const { contosoDeploy } = cloud.directory.applications;
  const answer = await acquire(contosoDeploy, { clientSecret: contosoDeploy.credential.secret });
  expect(decodeJwt(answer?.accessToken ?? '')).toMatchObject({
    appid: contosoDeploy.id,
    idtyp: 'app',
    oid: contosoDeploy.objectId,
    tid: cloud.directory.tenants.contoso.id,
  });
  expect(await subscriptionsOf(answer?.accessToken)).toEqual([
    'Contoso Production',
    'Contoso Development',
  ]);
});

test.each(['thumbprint', 'thumbprintSha256'] as const)(
  'MSAL signs in with a certificate named by its %s',
  async (name) => {
    const { fabrikamPipeline } = cloud.directory.applications;
    const { privateKey, [name]: thumbprint } = fabrikamPipeline.credential;
    const clientCertificate = { privateKey, [name]: thumbprint };
    const answer = await acquire(fabrikamPipeline, { clientCertificate });
    expect(await subscriptionsOf(answer?.accessToken)).toEqual(['Fabrikam Production']);
  },
);

test('MSAL signs in with a federated token', async () => {
  const { prosewareWorkflow } = cloud.directory.applications;
  const clientAssertion = await cloud.federatedToken(prosewareWorkflow);
  const answer = await acquire(prosewareWorkflow, { clientAssertion });
  expect(await subscriptionsOf(answer?.accessToken)).toEqual(['Proseware Studio']);
});

function ask(
  application: Application,
  fields: Readonly<Record<string, string>>,
  authority?: string,
) {
  return askForToken(cloud, authority ?? application.tenant, {
    grant_type: 'client_credentials',
    client_id: application.id,
    scope: armScope,
    ...fields,
  });
}

test('wrong, expired and missing secrets are told apart', async () => {
  const { contosoDeploy, contosoNightly } = cloud.directory.applications;
  const answers = [
    await ask(contosoDeploy, { client_secret: 'wrong' }),
    await ask(contosoNightly, { client_secret: contosoNightly.credential.secret }),
    await ask(contosoDeploy, {}),
  ];
  expect(answers.map(({ status, error, error_codes: codes }) => [status, error, codes])).toEqual([
    [401, 'invalid_client', [7000215]],
    [401, 'invalid_client', [7000222]],
    [401, 'invalid_client', [7000218]],
  ]);
});

test('the wrong tenant, no tenant, and scopes that are no .default are refused', async () => {
  const { contosoDeploy } = cloud.directory.applications;
  const secret = { client_secret: contosoDeploy.credential.secret };
  const userScope = { ...secret, scope: 'https://graph.microsoft.com/User.Read' };
  const answers = [
    await ask(contosoDeploy, secret, 'fabrikam.com'),
    await ask(contosoDeploy, secret, 'common'),
    await ask(contosoDeploy, userScope),
  ];
  expect(answers.map((each) => each.error_codes)).toEqual([[700016], [50059], [70011]]);
});

interface Assertion {
  readonly key?: string;
  readonly thumbprint?: string;
  readonly audience?: string;
  readonly issuer?: string;
  readonly age?: number;
}

/** A client assertion of the pipeline's, wrong in one way. */
async function assertion({ key, thumbprint, audience, issuer, age = 0 }: Assertion) {
  const { fabrikamPipeline: application } = cloud.directory.applications;
  const x5t = Buffer.from(thumbprint ?? application.credential.thumbprint, 'hex');
  const now = Math.floor(Date.now() / 1000) - age;
  const client_assertion = await new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', x5t: x5t.toString('base64url') })
    .setIssuer(issuer ?? application.id)
    .setSubject(issuer ?? application.id)
    .setAudience(audience ?? `${cloud.authority}/${application.tenant}/oauth2/v2.0/token`)
    .setNotBefore(now)
    .setExpirationTime(now + 300)
    .sign(createPrivateKey(key ?? application.credential.privateKey));
  return ask(application, { client_assertion, client_assertion_type: assertionType });
}

const stranger = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;

test('an assertion signed by the registered key passes', async () => {
  expect((await assertion({})).status).toBe(200);
});

test.each<[string, Assertion, number]>([
  ["a stranger's signature", { key: stranger }, 700027],
  ['an unknown certificate', { thumbprint: '00'.repeat(20) }, 700027],
  ['a foreign audience', { audience: 'https://elsewhere.example/token' }, 700023],
  ['another issuer', { issuer: 'somebody' }, 9002313],
  ['an age of an hour', { age: 3600 }, 700024],
])('an assertion with %s is refused', async (_what, wrong, code) => {
  expect((await assertion(wrong)).error_codes).toEqual([code]);
});

test('a federated token of another subject, or with a forged signature, is refused', async () => {
  const { prosewareWorkflow } = cloud.directory.applications;
  const { issuer, subject, audience } = prosewareWorkflow.credential;
  const forge = (as: string) =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(issuer)
      .setSubject(as)
      .setAudience(audience)
      .setExpirationTime('5m')
      .sign(createPrivateKey(stranger));
  const present = async (client_assertion: string) =>
    (await ask(prosewareWorkflow, { client_assertion, client_assertion_type: assertionType }))
      .error_codes;
  expect(await present(await forge('repo:somebody/else'))).toEqual([70021]);
  expect(await present(await forge(subject))).toEqual([700027]);
  expect(await present('garbage')).toEqual([9002313]);
});
