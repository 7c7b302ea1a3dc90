import { once } from 'node:events';
import { createServer } from 'node:https';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCloudScout } from '../../../src/main/azure/cloud-scout.ts';
import { succeed } from '../../../src/shared/problem.ts';
import type { Result } from '../../../src/shared/problem.ts';
import { createServerCertificate } from '../../cloud/certificate.ts';
import type { Cloud as SimulatedCloud } from '../../cloud/start.ts';
import { startCloud } from '../../cloud/start.ts';
import { trust } from './simulated-azure.ts';

let cloud: SimulatedCloud;
const scout = createCloudScout(fetch);

beforeAll(async () => {
  cloud = await startCloud();
  trust(cloud);
});

afterAll(() => cloud.close());

const look = (more: object = {}) =>
  scout.look({ name: 'Stack', resourceManager: cloud.resourceManager, ...more });

/** Where a refusal is shown, and what it says. */
const refusalOf = (answer: Result<unknown>): readonly unknown[] =>
  answer.ok ? ['taken'] : [answer.problem.field, answer.problem.message];

/** An https server on loopback that answers everything the same way. */
async function serve(body: string, status = 200, trusted = true) {
  const certificate = await createServerCertificate(['localhost', '127.0.0.1']);
  if (trusted) trust(certificate);
  const server = createServer(
    { key: certificate.privateKey, cert: certificate.chain },
    (_request, response) => void response.writeHead(status).end(body),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was bound');
  return {
    origin: `https://localhost:${address.port}`,
    host: `localhost:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

describe('a cloud', () => {
  test('is known by its Resource Manager alone', async () => {
    expect(await look()).toEqual(
      succeed({
        name: 'Stack',
        resourceManager: cloud.resourceManager,
        authority: cloud.authority,
        audience: 'https://management.core.windows.net/',
        portal: 'https://portal.azure.com',
        graph: 'https://graph.microsoft.com',
        ossDatabases: 'https://ossrdbms-aad.database.windows.net',
        keyVaultSuffix: 'vault.azure.net',
        sqlDatabase: 'https://database.windows.net',
      }),
    );
  });

  test('is what a person says, where they say it', async () => {
    const said = {
      audience: 'https://management.stack.example/abc',
      portal: 'https://portal.stack.example',
      clientId: '11111111-2222-4333-8444-555555555555',
    };

    expect(await look(said)).toMatchObject({ ok: true, value: said });
  });

  test('of the oldest kind, with the metadata of Azure Stack, is known too', async () => {
    await using old = await serve(
      JSON.stringify({
        portalEndpoint: 'https://portal.stack.example/',
        authentication: {
          loginEndpoint: `${cloud.authority}/`,
          audiences: ['https://management.stack.example/abc'],
        },
      }),
    );

    expect(await look({ resourceManager: old.origin })).toMatchObject({
      ok: true,
      value: {
        authority: cloud.authority,
        audience: 'https://management.stack.example/abc',
        portal: 'https://portal.stack.example',
      },
    });
  });
});

describe('an address that is no Resource Manager', () => {
  test.each([
    ['a page', '<html>Welcome</html>', 200],
    ['other JSON', '{"hello":"world"}', 200],
    ['a refusal', '{"error":{"code":"NotFound"}}', 404],
  ])('but %s is refused at its field', async (_what, body, status) => {
    await using page = await serve(body, status);

    expect(refusalOf(await look({ resourceManager: page.origin }))).toEqual([
      'resourceManager',
      `${page.origin} answers, but it is no Azure Resource Manager: it has no metadata of a cloud.`,
    ]);
  });

  test('because nothing is there is refused at its field', async () => {
    const page = await serve('');
    await page[Symbol.asyncDispose]();

    expect(refusalOf(await look({ resourceManager: page.origin }))).toEqual([
      'resourceManager',
      expect.stringContaining(`${page.host} can’t be reached.`),
    ]);
  });

  test('or has a certificate that nobody vouches for is refused at its field', async () => {
    await using page = await serve('{}', 200, false);

    expect(refusalOf(await look({ resourceManager: page.origin }))).toEqual([
      'resourceManager',
      expect.stringContaining(`does not trust the certificate of ${page.host}.`),
    ]);
  });

  test('for a cloud with AD FS is refused and says so', async () => {
    await using adfs = await serve(
      JSON.stringify({
        authentication: {
          loginEndpoint: 'https://adfs.stack.example/adfs',
          audiences: ['https://management.stack.example/'],
        },
      }),
    );

    expect(refusalOf(await look({ resourceManager: adfs.origin }))).toEqual([
      'resourceManager',
      'This cloud signs people in with AD FS. Azimuth knows only Entra ID.',
    ]);
  });
});

describe('an authority', () => {
  test('where nobody can sign in is refused at its field', async () => {
    await using page = await serve('<html>Welcome</html>');

    expect(refusalOf(await look({ authority: page.origin }))).toEqual([
      'authority',
      `${page.origin} answers, but nobody can sign in there: it is no Entra ID.`,
    ]);
  });

  test('that the metadata name and nobody can reach is refused at its field', async () => {
    const gone = await serve('');
    await gone[Symbol.asyncDispose]();
    await using arm = await serve(
      JSON.stringify({ authentication: { loginEndpoint: gone.origin, audiences: ['https://a/'] } }),
    );

    expect(refusalOf(await look({ resourceManager: arm.origin }))).toEqual([
      'authority',
      expect.stringContaining(`${gone.host} can’t be reached.`),
    ]);
  });
});
