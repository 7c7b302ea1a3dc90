import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedInServicePrincipal } from '../../../src/main/core/ports/azure.ts';
import type { Account } from '../../../src/shared/model.ts';
import { accountKeyOf } from '../../../src/shared/model.ts';
import type { Result } from '../../../src/shared/problem.ts';
import type { CredentialInput } from '../../../src/shared/service-principal.ts';
import { tenants } from '../../cloud/directory/contoso.ts';
import type { Application, Cloud } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import { reachAtHome } from './reach-at-home.ts';
import type { Adapters, MemoryVault } from './simulated-azure.ts';
import { connect, createMemoryVault } from './simulated-azure.ts';
import { createKeyFiles } from './key-files.ts';

const armScopes = ['https://management.core.windows.net//.default'];

let cloud: Cloud;
let vault: MemoryVault;
let azure: Adapters;
let folder: string;
/** The forms that were posted to Entra ID. */
const posted: URLSearchParams[] = [];

beforeAll(async () => {
  cloud = await startCloud();
  folder = await mkdtemp(join(tmpdir(), 'azimuth-token-'));
});
afterAll(async () => {
  await cloud.close();
  await rm(folder, { recursive: true });
});

const connected = (from: MemoryVault): Adapters =>
  connect(cloud, from, (address, init) => {
    if (typeof init?.body === 'string') posted.push(new URLSearchParams(init.body));
    return fetch(address, init);
  });

beforeEach(() => {
  posted.length = 0;
  vault = createMemoryVault();
  azure = connected(vault);
});

const signIn = (application: Application, credential: CredentialInput, tenant?: string) =>
  azure.identity.signInServicePrincipal({
    cloud: 'Simulated',
    clientId: application.id,
    tenant: tenant ?? application.tenant,
    credential,
  });

const secretOf = (application: Application): CredentialInput => ({
  kind: 'secret',
  secret: application.credential.kind === 'secret' ? application.credential.secret : '',
});

function certificateOf(
  application: Application,
  more: { readonly sendChain?: boolean } = {},
): CredentialInput {
  if (application.credential.kind !== 'certificate') throw new Error('it has no certificate');
  const { certificate, privateKey } = application.credential;
  const content = `${certificate}\n${privateKey}`;
  return { kind: 'certificate', format: 'pem', content, sendChain: false, ...more };
}

function accountOf(signedIn: Result<SignedInServicePrincipal>): Account {
  if (!signedIn.ok) throw new Error(signedIn.problem.message);
  return {
    ...signedIn.value,
    kind: 'service-principal',
    key: accountKeyOf('Simulated', signedIn.value.homeAccountId),
    displayName: '',
    session: { kind: 'active' },
  };
}

const reach = (account: Account): Promise<unknown> => reachAtHome(azure.directory, account);

const refusal = (answer: Result<unknown>): unknown =>
  answer.ok ? 'taken' : [answer.problem.code, answer.problem.field, answer.problem.message];

describe('a service principal', () => {
  test('with a secret signs in, lists its tenant and what it may see, and is found again after a restart', async () => {
    const { contosoDeploy } = cloud.directory.applications;
    const account = accountOf(await signIn(contosoDeploy, secretOf(contosoDeploy), 'contoso.com'));
    expect(account).toMatchObject({
      homeAccountId: `service-principal:${contosoDeploy.id}.${tenants.contoso.id}`,
      homeTenantId: tenants.contoso.id,
      username: contosoDeploy.id,
      credential: { kind: 'secret' },
    });
    const reached = [['Contoso'], ['Contoso Production', 'Contoso Development']];
    expect(await reach(account)).toEqual(reached);

    azure = connected(vault);
    expect(await reach(account)).toEqual(reached);
    await azure.identity.forget(account);
    expect([
      vault.contents.get('service-principals'),
      refusal(
        await azure.identity.acquireToken({
          account,
          tenantId: account.homeTenantId,
          scopes: armScopes,
        }),
      ),
    ]).toEqual([
      '{"version":1,"servicePrincipals":[]}',
      [
        undefined,
        undefined,
        `The credential of ${contosoDeploy.id} is not stored on this computer. Give it again.`,
      ],
    ]);
  });

  test('asks once for a token that many want, and says what a scope has to be', async () => {
    const { contosoDeploy } = cloud.directory.applications;
    const account = accountOf(await signIn(contosoDeploy, secretOf(contosoDeploy)));
    posted.length = 0;
    const ask = { account, tenantId: account.homeTenantId };
    const vaultScopes = ['https://vault.azure.net/.default'];
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        azure.identity.acquireToken({ ...ask, scopes: vaultScopes }),
      ),
    );
    const token = answers[0]?.ok ? decodeJwt(answers[0].value.secret.reveal()) : {};
    expect([posted.length, token['aud'], token['idtyp']]).toEqual([
      1,
      'https://vault.azure.net',
      'app',
    ]);
    const userScopes = ['https://graph.microsoft.com/User.Read'];
    expect(refusal(await azure.identity.acquireToken({ ...ask, scopes: userScopes }))).toEqual([
      'AADSTS70011',
      undefined,
      'An application gets all its permissions at once: ask for the service with /.default.',
    ]);
  });

  test.each([
    ['', false],
    [' and its chain (SN+I)', true],
  ])('with a certificate%s signs in with a signed assertion', async (_what, sendChain) => {
    const { fabrikamPipeline } = cloud.directory.applications;
    const account = accountOf(
      await signIn(fabrikamPipeline, certificateOf(fabrikamPipeline, { sendChain })),
    );
    const { thumbprintSha256 } = fabrikamPipeline.credential;
    const header = decodeProtectedHeader(posted[0]?.get('client_assertion') ?? '');
    expect(Buffer.from(String(header['x5t#S256']), 'base64url').toString('hex').toUpperCase()).toBe(
      thumbprintSha256,
    );
    expect(header.x5c?.length).toBe(sendChain ? 1 : undefined);
    expect(account.credential).toEqual({
      kind: 'certificate',
      thumbprint: thumbprintSha256,
      expiresAt: expect.any(Number) as number,
    });
    expect(await reach(account)).toEqual([['Fabrikam München'], ['Fabrikam Production']]);
  });

  test('with a PFX file signs in', async () => {
    const { fabrikamPipeline } = cloud.directory.applications;
    const files = createKeyFiles();
    files.write('pipeline.key', fabrikamPipeline.credential.privateKey);
    files.write('pipeline.crt', fabrikamPipeline.credential.certificate);
    const content = files.pfx('pipeline', 'password').toString('base64');
    files.clear();
    const account = accountOf(
      await signIn(fabrikamPipeline, {
        kind: 'certificate',
        format: 'pfx',
        content,
        password: 'password',
        sendChain: false,
      }),
    );
    expect(await reach(account)).toEqual([['Fabrikam München'], ['Fabrikam Production']]);
  });

  test('with a federated token in a file reads it again when there is a new one', async () => {
    const { prosewareWorkflow } = cloud.directory.applications;
    const path = join(folder, 'token');
    const first = await cloud.federatedToken(prosewareWorkflow);
    await writeFile(path, `${first}\n`);
    const account = accountOf(await signIn(prosewareWorkflow, { kind: 'federated-file', path }));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const second = await cloud.federatedToken(prosewareWorkflow);
    await writeFile(path, second);
    await azure.identity.acquireToken({
      account,
      tenantId: account.homeTenantId,
      scopes: ['https://vault.azure.net/.default'],
    });
    expect(posted.map((form) => form.get('client_assertion'))).toEqual([first, second]);
    expect(second).not.toBe(first);

    await rm(path);
    const without = await azure.identity.acquireToken({
      account,
      tenantId: account.homeTenantId,
      scopes: ['https://graph.microsoft.com/.default'],
    });
    expect(refusal(without)).toEqual([
      undefined,
      'credential',
      `The file of the federated token can not be read: ${path}.`,
    ]);
  });

  test('with a federated token as text signs in', async () => {
    const { prosewareWorkflow } = cloud.directory.applications;
    const token = await cloud.federatedToken(prosewareWorkflow);
    const account = accountOf(await signIn(prosewareWorkflow, { kind: 'federated-token', token }));
    expect(await reach(account)).toEqual([['Proseware'], ['Proseware Studio']]);
  });
});

describe('refused is, with nothing stored,', () => {
  async function refused(answer: Promise<Result<unknown>>): Promise<unknown> {
    const told = refusal(await answer);
    return [told, vault.writes];
  }

  test('a wrong secret, an expired one, an unknown application and a wrong tenant', async () => {
    const { contosoDeploy, contosoNightly } = cloud.directory.applications;
    const wrong: CredentialInput = { kind: 'secret', secret: 'wrong' };
    const secret = secretOf(contosoDeploy);
    const unknown = { ...contosoDeploy, id: '00000000-0000-4000-8000-000000000000' };
    expect([
      await refused(signIn(contosoDeploy, wrong)),
      await refused(signIn(contosoNightly, secretOf(contosoNightly))),
      await refused(signIn(unknown, secret)),
      await refused(signIn(contosoDeploy, secret, 'no-such-tenant.example')),
      await refused(signIn(contosoDeploy, secret, 'fabrikam.com')),
    ]).toEqual([
      [
        [
          'AADSTS7000215',
          'credential',
          'The secret is wrong. It has to be the value of the secret, not the id of the secret.',
        ],
        [],
      ],
      [['AADSTS7000222', 'credential', 'The secret expired. Create a new one.'], []],
      [
        [
          'AADSTS700016',
          'clientId',
          'This tenant has no application with this client ID. Check both.',
        ],
        [],
      ],
      [['AADSTS90002', 'tenant', 'There is no tenant with this name. Check its spelling.'], []],
      [
        [
          'AADSTS700016',
          'clientId',
          'This tenant has no application with this client ID. Check both.',
        ],
        [],
      ],
    ]);
  });

  test("somebody else's certificate, and federated tokens that do not fit", async () => {
    const { fabrikamPipeline, prosewareWorkflow } = cloud.directory.applications;
    const files = createKeyFiles();
    const { key, certificate } = files.selfSigned('stranger');
    files.clear();
    const foreign = { ...prosewareWorkflow, credential: { ...prosewareWorkflow.credential } };
    foreign.credential.audience = 'api://another';
    const federated = async (application: typeof prosewareWorkflow, offset = 0) => {
      cloud.setClockOffset(-offset);
      const token = await cloud.federatedToken(application);
      cloud.setClockOffset(0);
      return signIn(prosewareWorkflow, { kind: 'federated-token', token });
    };
    const stranger: CredentialInput = {
      kind: 'certificate',
      format: 'pem',
      content: key + certificate,
      sendChain: false,
    };
    expect([
      await refused(signIn(fabrikamPipeline, stranger)),
      await refused(federated(foreign)),
      await refused(federated(prosewareWorkflow, 3_600_000)),
    ]).toEqual([
      [
        [
          'AADSTS700027',
          'credential',
          'The application does not know this certificate. Upload it to the application, or use another.',
        ],
        [],
      ],
      [
        [
          'AADSTS70021',
          'credential',
          'The application trusts no token with this issuer, subject and audience.',
        ],
        [],
      ],
      [
        [
          'AADSTS700024',
          'credential',
          'The federated token expired, or is not valid yet. Get a fresh one.',
        ],
        [],
      ],
    ]);
  });

  test('a token file that is no token', async () => {
    const { prosewareWorkflow } = cloud.directory.applications;
    const path = join(folder, 'no-token');
    await writeFile(path, 'hello');
    expect(await refused(signIn(prosewareWorkflow, { kind: 'federated-file', path }))).toEqual([
      [undefined, 'credential', `There is no federated token in the file ${path}.`],
      [],
    ]);
  });
});

test('a document of service principals that makes no sense is set aside', async () => {
  vault = createMemoryVault(new Map([['service-principals', '{"version":7}']]));
  azure = connected(vault);
  const { contosoDeploy } = cloud.directory.applications;
  const { homeAccountId } = accountOf(await signIn(contosoDeploy, secretOf(contosoDeploy)));
  expect(homeAccountId).toContain(contosoDeploy.id);
  expect(vault.contents.get('service-principals')).toContain('"version":1');
});

test('another credential takes the place of the one before', async () => {
  const { contosoDeploy } = cloud.directory.applications;
  const account = accountOf(await signIn(contosoDeploy, secretOf(contosoDeploy)));
  const kept = vault.contents.get('service-principals');
  expect(await signIn(contosoDeploy, { kind: 'secret', secret: 'wrong' })).toMatchObject({
    ok: false,
  });
  expect(vault.contents.get('service-principals')).toBe(kept);
  posted.length = 0;
  await signIn(contosoDeploy, secretOf(contosoDeploy));
  await reach(account);
  // The proof, and then a token of the new client: nothing that the credential before brought is used.
  expect(posted).toHaveLength(2);
});
