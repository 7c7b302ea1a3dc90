import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { createConnection } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fail, succeed } from '../../../src/shared/problem.ts';
import { aProblem, tokenFor } from '../core/fakes.ts';
import { systemClock } from '../../../src/main/system-clock.ts';
import { keyVault, openEndpoint, sendBytes } from './endpoint-place.ts';

const path = `/msi/token?api-version=2019-08-01&resource=${keyVault}`;

const statusOf = (text: string): string => /^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? text;

test('the answer is that of App Service: expires_on is a string, and nothing may keep it', async () => {
  const { ask, grant } = await openEndpoint();
  const { header } = await grant();
  const response = await ask(header);
  const body: unknown = await response.json();

  expect([response.status, response.headers.get('cache-control'), body]).toEqual([
    200,
    'no-store',
    {
      access_token: 'token-1',
      expires_on: expect.stringMatching(/^\d{10}$/) as string,
      resource: keyVault,
      token_type: 'Bearer',
      client_id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
    },
  ]);
});

test('a token that was refused is not handed out again; any other one is', async () => {
  const { ask, grant, identity } = await openEndpoint();
  const { header } = await grant();
  const hash = (token: string): string => createHash('sha256').update(token).digest('hex');
  const query = (token: string): string =>
    `api-version=2019-08-01&resource=${keyVault}&token_sha256_to_refresh=${hash(token)}`;
  identity.issue = (asked) =>
    succeed(tokenFor(asked, systemClock, asked.fresh ? 'another' : 'the cached one'));
  const tokens: unknown[] = [];
  for (const refused of ['the cached one', 'an older one']) {
    const { access_token: token } = (await (await ask(header, query(refused))).json()) as Record<
      string,
      unknown
    >;
    tokens.push(token);
  }

  expect(tokens).toEqual(['another', 'the cached one']);
});

test.each([
  [
    'needs a person',
    aProblem('step-up', { code: 'AADSTS50076', remedy: { kind: 'sign-in' } }),
    403,
  ],
  ['is for a service that the tenant does not know', aProblem('unknown-resource'), 400],
  ['may work in a moment', aProblem('offline'), 503],
])(
  'what %s is told in one line, with a status that SDKs treat so',
  async (_what, problem, status) => {
    const { ask, grant, identity } = await openEndpoint();
    const { header } = await grant();
    identity.issue = () => fail(problem);
    const response = await ask(header);
    const { code = '' } = problem;

    expect([response.status, await response.json()]).toEqual([
      status,
      {
        statusCode: status,
        message: expect.stringContaining(code) as string,
        correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      },
    ]);
  },
);

test('a refusal that a sign-in lifts names the command', async () => {
  const { ask, grant, identity } = await openEndpoint();
  const { header } = await grant();
  identity.issue = () =>
    fail(aProblem('step-up', { code: 'AADSTS50076', remedy: { kind: 'sign-in' } }));

  expect(await (await ask(header)).json()).toMatchObject({
    message: 'A problem: step-up. (AADSTS50076) Sign in with: azimuth login --tenant red',
  });
});

test.each([
  ['a foreign Host', 'Host: evil.example:PORT', '403'],
  ['the name of a rebound DNS entry', 'Host: 127.0.0.1.nip.io:PORT', '403'],
  ['another port in Host', 'Host: 127.0.0.1:1', '403'],
  ['no port in Host', 'Host: 127.0.0.1', '403'],
  ['two Hosts', 'Host: 127.0.0.1:PORT\r\nHost: evil.example', '403'],
  ['Origin', 'Host: 127.0.0.1:PORT\r\nOrigin: https://evil.example', '403'],
  ['Origin null', 'Host: 127.0.0.1:PORT\r\nOrigin: null', '403'],
  ['Referer', 'Host: 127.0.0.1:PORT\r\nReferer: http://127.0.0.1:PORT/', '403'],
  ['Sec-Fetch-Site', 'Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: none', '403'],
  ['X-Forwarded-For', 'Host: 127.0.0.1:PORT\r\nX-Forwarded-For: 10.0.0.1', '403'],
  ['Via', 'Host: 127.0.0.1:PORT\r\nVia: 1.1 proxy', '403'],
  ['a body', 'Host: 127.0.0.1:PORT\r\nContent-Length: 4\r\n\r\nbody', '400'],
  ['a chunked body', 'Host: 127.0.0.1:PORT\r\nTransfer-Encoding: chunked\r\n\r\n0', '400'],
  ['an oversize header', `Host: 127.0.0.1:PORT\r\nX-Much: ${'x'.repeat(9_000)}`, '431'],
  ['a folded header', 'Host: 127.0.0.1:PORT\r\n X: folded', '400'],
  ['a header without a name', 'Host: 127.0.0.1:PORT\r\nnothing', '400'],
  ['a bare line feed in a header', 'Host: 127.0.0.1:PORT\r\nX: a\nY: b\r\n', '400'],
  ['our name in capitals', 'Host: LOCALHOST:PORT', '200'],
])('with the right secret, %s is answered %s', async (_what, lines, status) => {
  const { port, grant } = await openEndpoint();
  const { header } = await grant();
  const head = `GET ${path} HTTP/1.1\r\nConnection: close\r\nX-IDENTITY-HEADER: ${header}\r\n`;
  const text = await sendBytes(port, `${head}${lines.replaceAll('PORT', String(port))}\r\n\r\n`);

  expect(statusOf(text)).toBe(status);
  expect(text.includes('token-1')).toBe(status === '200');
});

test.each([
  ['POST', '405'],
  ['OPTIONS', '405'],
  ['HEAD', '405'],
  ['PUT', '405'],
])('%s is answered %s, without a word of who may ask', async (method, status) => {
  const { port, grant } = await openEndpoint();
  const { header } = await grant();
  const text = await sendBytes(
    port,
    `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-IDENTITY-HEADER: ${header}\r\n\r\n`,
  );

  expect(statusOf(text)).toBe(status);
  expect(text.toLowerCase()).not.toContain('access-control');
});

test.each([
  ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n', ''],
  ['HTTP/1.0 without a Host', `GET ${path} HTTP/1.0\r\nX-IDENTITY-HEADER: KEY\r\n\r\n`, '403'],
  ['HTTP/1.1 without a Host', `GET ${path} HTTP/1.1\r\nX-IDENTITY-HEADER: KEY\r\n\r\n`, '400'],
  [
    'an address of somebody else',
    `GET http://evil.example${path} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX-IDENTITY-HEADER: KEY\r\n\r\n`,
    '404',
  ],
  ['another path', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n', '404'],
  ['a path around', `GET /x/..${path} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n`, '404'],
  [
    'an oversize address',
    `GET ${path}&x=${'x'.repeat(9_000)} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n`,
    '431',
  ],
  ['zero bytes', '\0\0\0\0\r\n\r\n', '400'],
  ['a greeting of TLS', '\u0016\u0003\u0001\u0002\0\u0001\0', '400'],
  ['a request of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '400'],
])('%s gets nothing, and the server goes on', async (_what, bytes, status) => {
  const { port, grant, ask } = await openEndpoint();
  const { header } = await grant();
  const sent = bytes.replaceAll('PORT', String(port)).replaceAll('KEY', header);
  const text = await sendBytes(port, Buffer.from(sent, 'latin1'));

  expect(statusOf(text)).toBe(status);
  expect(text).not.toContain('token-1');
  expect((await ask(header)).status).toBe(200);
});

test('rubbish behind a good request spoils only its own connection', async () => {
  const { port, grant, ask } = await openEndpoint();
  const { header } = await grant();
  const good = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-IDENTITY-HEADER: ${header}\r\n\r\n`;
  const text = await sendBytes(port, `${good}${good}\u0001rubbish\r\n\r\n`);

  expect(text.match(/HTTP\/1\.1 \d+/g)?.at(-1)).toBe('HTTP/1.1 400');
  expect((await ask(header)).status).toBe(200);
});

test('one who dawdles over the headers is cut off', async () => {
  const { port } = await openEndpoint();

  expect(statusOf(await sendBytes(port, 'GET /msi/token HTTP/1.1\r\nHost:'))).toBe('408');
});

test('a wrong, a missing, a doubled and an ended header open nothing, and say why', async () => {
  const { ask, grant, core, port } = await openEndpoint();
  const { id, header } = await grant();
  await core.run('revoke-grant', { grantId: id }, 'window');
  const told = async (response: Response): Promise<unknown> => {
    const { message } = (await response.json()) as { readonly message: string };
    return [response.status, message.split('. ')[0]];
  };
  const doubled = await sendBytes(
    port,
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\nX-IDENTITY-HEADER: ${header}\r\nX-IDENTITY-HEADER: ${header}\r\n\r\n`,
  );

  expect([
    await told(await ask('x'.repeat(header.length))),
    await told(await fetch(`http://127.0.0.1:${port}${path}`)),
    await told(await ask(header)),
    statusOf(doubled),
  ]).toEqual([
    [401, 'The X-IDENTITY-HEADER is not known'],
    [401, 'The X-IDENTITY-HEADER is missing'],
    [401, "The grant 'Build' is revoked"],
    '401',
  ]);
});

test('wrong headers are answered only so often in a minute; the right one still is', async () => {
  const { ask, grant } = await openEndpoint({ wrongHeaders: 3 });
  const { header } = await grant();
  const wrong: (readonly [number, string | null])[] = [];
  for (let count = 0; count < 4; count += 1) {
    const response = await ask('wrong');
    wrong.push([response.status, response.headers.get('retry-after')]);
  }

  expect([wrong, (await ask(header)).status]).toEqual([
    [
      [401, null],
      [401, null],
      [401, null],
      [429, '20'],
    ],
    200,
  ]);
});

test('a grant is used only so often in a minute, and other grants are none the worse for it', async () => {
  const { ask, grant } = await openEndpoint({ perGrant: 2 });
  const one = await grant();
  const other = await grant();
  const statuses: number[] = [];
  for (const { header } of [one, one, one, other]) statuses.push((await ask(header)).status);

  expect(statuses).toEqual([200, 200, 429, 200]);
});

test('500 programs at once each get their token, for one line in the activity each', async () => {
  const { ask, grant, state, failures } = await openEndpoint();
  const { header } = await grant();
  const statuses = await Promise.all(
    Array.from({ length: 500 }, async () => {
      const response = await ask(header);
      await response.arrayBuffer();
      return response.status;
    }),
  );

  expect([new Set(statuses), state().grants[0]?.uses, state().activity.length, failures]).toEqual([
    new Set([200]),
    500,
    500,
    [],
  ]);
});

test('a token that nobody waits for any more is not handed out, and harms nobody', async () => {
  const { port, grant, ask, identity, failures, state } = await openEndpoint();
  const { header } = await grant();
  const asked = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  let hasGone = false;
  identity.issue = async (ask) => {
    asked.resolve();
    if (!hasGone) await gate.promise;
    return succeed(tokenFor(ask, systemClock, 'late'));
  };
  const connection = createConnection(port, '127.0.0.1');
  connection.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-IDENTITY-HEADER: ${header}\r\n\r\n`,
  );
  await asked.promise;
  connection.destroy();
  hasGone = true;
  const statuses = [(await ask(header)).status];
  gate.resolve();
  statuses.push((await ask(header)).status);

  expect([statuses, state().activity.length, state().grants[0]?.uses, failures]).toEqual([
    [200, 200],
    2,
    2,
    [],
  ]);
});

test('an app that ends in the middle of an answer lets go of those who wait', async () => {
  const { grant, ask, identity, core } = await openEndpoint();
  const { header } = await grant();
  const asked = Promise.withResolvers<void>();
  identity.issue = () => {
    asked.resolve();
    return new Promise(() => {});
  };
  const waiting = ask(header).then(
    () => 'answered',
    () => 'cut off',
  );
  await asked.promise;
  await core.stop();

  expect([await waiting, await ask(header).catch(() => 'nobody listens')]).toEqual([
    'cut off',
    'nobody listens',
  ]);
});

/** What one who asks at this address under this name is answered. */
const asked = async (
  { port, header }: { readonly port: number; readonly header: string },
  address: string,
  host: string,
): Promise<string> => {
  const head = `GET ${path} HTTP/1.1\r\nConnection: close\r\nX-IDENTITY-HEADER: ${header}\r\n`;
  return statusOf(await sendBytes(port, `${head}Host: ${host}:${port}\r\n\r\n`, address));
};

test('containers are answered at their address under its name alone, once a person was warned', async () => {
  const { port, grant, core, state } = await openEndpoint();
  const at = { port, header: (await grant()).header };
  const hostName = 'Host.Docker.Internal';
  const run = core.run;
  const door = { address: '127.0.0.2', hostName };
  const unwarned = await run(
    'open-to-containers',
    JSON.parse(JSON.stringify({ door, warned: false })),
    'window',
  );
  const before = await asked(at, '127.0.0.2', '127.0.0.2');
  await run('open-to-containers', { door, warned: true }, 'window');
  const names = ['127.0.0.2', 'host.docker.internal', '127.0.0.1', 'localhost', 'evil.example'];
  const there = await Promise.all(names.map((name) => asked(at, '127.0.0.2', name)));
  const here = await Promise.all(names.map((name) => asked(at, '127.0.0.1', name)));
  const open = state().endpoint;
  await run('close-to-containers', {}, 'window');

  expect([unwarned.ok, before, there, here, open]).toEqual([
    false,
    '',
    ['200', '200', '403', '403', '403'],
    ['403', '403', '200', '200', '403'],
    expect.objectContaining({
      containers: { address: '127.0.0.2', hostName: 'host.docker.internal' },
    }),
  ]);
  expect(await asked(at, '127.0.0.2', 'host.docker.internal')).toBe('');
});

test('containers that come in over the loopback interface bring only another name', async () => {
  const { port, grant, core } = await openEndpoint();
  const at = { port, header: (await grant()).header };
  const ask = () => asked(at, '127.0.0.1', 'host.docker.internal');
  const before = await ask();
  const door = { address: '127.0.0.1', hostName: 'host.docker.internal' };
  await core.run('open-to-containers', { door, warned: true }, 'window');
  const open = await ask();
  await core.run('close-to-containers', {}, 'window');

  expect([before, open, await ask(), await asked(at, '127.0.0.1', 'localhost')]).toEqual([
    '403',
    '200',
    '403',
    '200',
  ]);
});

test.each([
  ['0.0.0.0', 'Choose one address, not all of them.'],
  ['::1', 'Type an IPv4 address of this computer, such as 172.17.0.1.'],
  [
    '127.0.0.1',
    'Programs on this computer reach 127.0.0.1 already. Type the name that containers use.',
  ],
  [
    '192.0.2.1',
    '192.0.2.1 is no address of this computer. A container network has one once it runs.',
  ],
])('containers are not let in at %s, and the rest stays as it is', async (address, message) => {
  const { core, state, ask, grant } = await openEndpoint();
  const { header } = await grant();
  const before = state().endpoint;
  const opened = await core.run('open-to-containers', { door: { address }, warned: true }, 'cli');

  expect([opened, state().endpoint, (await ask(header)).status]).toEqual([
    { ok: false, problem: expect.objectContaining({ message }) as unknown },
    before,
    200,
  ]);
});

test('it listens on no other interface of this computer', async () => {
  const { port } = await openEndpoint();
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
  const reached = await Promise.all(
    others.map((address) => fetch(`http://${address}:${port}/`).then(String, () => 'refused')),
  );

  expect(reached).toEqual(others.map(() => 'refused'));
});

test('a port that another program has is a problem that says so', async () => {
  const { core, state } = await openEndpoint();
  const other = createServer();
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const switched = await core.run('switch-endpoint', { on: true, port }, 'window');
  const message = `Port ${port} is in use by another program. Choose another one, or 0 for any.`;

  expect([switched, state().endpoint]).toMatchObject([
    { ok: false, problem: { kind: 'endpoint', message } },
    { kind: 'failed', problem: { message } },
  ]);
});
