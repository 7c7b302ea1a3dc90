import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAccessTokens } from '../../src/main/azure/access-tokens.ts';
import { createEndpointCounters, endpointLimits } from '../../src/main/bridge/endpoint-limits.ts';
import { createEndpointServer } from '../../src/main/bridge/endpoint-server.ts';
import { createFindCaller } from '../../src/main/bridge/find-caller.ts';
import { grantKeys } from '../../src/main/bridge/grant-keys.ts';
import { createPeerFinder, peerPatience } from '../../src/main/bridge/peer-process.ts';
import { createAnsweredRefusals } from '../../src/main/core/answered-refusals.ts';
import { createConfirmations } from '../../src/main/core/confirmations.ts';
import { createGrants } from '../../src/main/core/grants.ts';
import { initialState } from '../../src/main/core/initial-state.ts';
import { createTokenStage } from '../../src/main/core/issue-token.ts';
import { secret } from '../../src/main/core/secret.ts';
import { serveSdks } from '../../src/main/core/serve-sdks.ts';
import { createStore } from '../../src/main/core/store.ts';
import { systemClock } from '../../src/main/system-clock.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { clouds, publicCloud } from '../../src/shared/cloud.ts';
import { succeed } from '../../src/shared/problem.ts';
import { accountNamed } from '../main/core/examples.ts';
import { createCounter } from '../main/core/fakes.ts';
import type { Row } from './row.ts';

const connections = 16;
const milliseconds = 4_000;
const query = '/msi/token?api-version=2019-08-01&resource=https://vault.azure.net';

/** What the server's process says of itself, and what it is asked. */
interface Facts {
  readonly port: number;
  readonly header: string;
}

/** The endpoint with its core and a cached token, against a bare server that answers a constant of the same size. */
export async function measureEndpoint(): Promise<readonly Row[]> {
  const child = fork(fileURLToPath(import.meta.url), [], { execArgv: ['--expose-gc'] });
  const [servers]: Facts[][] = await once(child, 'message');
  const [endpoint, constant] = servers ?? [];
  if (!endpoint || !constant) throw new Error('the servers did not start');
  const memory = async (): Promise<number> => {
    child.send('memory');
    const [bytes]: number[] = await once(child, 'message');
    return bytes ?? 0;
  };
  try {
    // In turns, so that what else the computer does slows both alike; the first round only warms up.
    const rounds: { readonly endpoint: number; readonly constant: number }[] = [];
    let before = 0;
    for (let round = 0; round < 3; round += 1) {
      rounds.push({ endpoint: await press(endpoint), constant: await press(constant) });
      if (round === 0) before = await memory();
    }
    const after = await memory();
    const [, ...counted] = rounds;
    const rate = (which: 'endpoint' | 'constant'): number =>
      counted.reduce((sum, each) => sum + each[which], 0) / counted.length;
    return [
      {
        what: `SDK endpoint, cached token, keep-alive, ${connections} connections: requests a second`,
        measured: `${Math.round(rate('endpoint'))} a second, no error`,
        against: `a bare server with a constant, ${Math.round(rate('constant'))} a second`,
        ratio: rate('endpoint') / rate('constant'),
        budget: { atLeast: 0.5 },
      },
      {
        what: 'SDK endpoint: its memory after those requests',
        measured: `${(after / 1_048_576).toFixed(1)} MiB`,
        against: `after a warm-up, ${(before / 1_048_576).toFixed(1)} MiB`,
        ratio: after / before,
        budget: { atMost: 1.3 },
      },
    ];
  } finally {
    child.disconnect();
  }
}

/** Requests a second. Any answer but 200 ends the measurement. */
async function press({ port, header }: Facts): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const options = { agent, port, host: '127.0.0.1', path: query };
  const end = performance.now() + milliseconds;
  let count = 0;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      get({ ...options, headers: { 'X-IDENTITY-HEADER': header } }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`));
        response.resume().once('end', resolve).once('error', reject);
      }).once('error', reject);
    });
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      await one();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
  return count / (milliseconds / 1_000);
}

/** Both servers, in a process of their own, so that whoever asks does not count as theirs. */
async function serve(): Promise<void> {
  const account = accountNamed('adele');
  const store = createStore({
    ...initialState(
      { version: '0', host: 'headless', restored: true },
      { current: publicCloud.name, known: clouds },
      defaultSettings,
      { kind: 'memory', reason: 'A benchmark.' },
    ),
    accounts: [account],
  });
  const [clock, newId] = [systemClock, createCounter()];
  const text = 'x'.repeat(1_500);
  const tokens = createAccessTokens(async ({ tenantId, scopes }) => {
    const expiresAt = clock.now() + 3_600_000;
    return succeed({ secret: secret(text), tenantId, scopes, expiresAt, refreshAt: expiresAt });
  }, clock);
  const { mintAt } = createTokenStage({
    store,
    identity: { acquireToken: (ask) => tokens.acquire(ask) },
    confirmations: createConfirmations(store, clock, newId),
    refusals: createAnsweredRefusals(clock),
    clock,
    newId,
  });
  const grants = createGrants({ store, keys: grantKeys, clock, newId });
  const granted = grants.create({
    name: 'bench',
    target: { kind: 'any-tenant', accountKey: account.key, tenant: 'home' },
    audiences: [{ kind: 'known', id: 'key-vault' }],
    minutes: 60,
  });
  const hosts = new Set<string>();
  const endpoint = createEndpointServer({
    service: serveSdks({ store, clock, newId, grants, mintAt }),
    // The limit is counted as always, and only not reached.
    counters: createEndpointCounters({ ...endpointLimits, perGrant: 1e9 }, clock),
    findCaller: createFindCaller(createPeerFinder(clock, peerPatience)),
    hosts,
    failed: (error) => console.error(error),
  });
  const body = JSON.stringify({ access_token: text, resource: 'https://vault.azure.net' });
  const constant = createServer((_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    });
    response.end(body);
  });
  const ports: number[] = [];
  for (const server of [endpoint, constant]) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ports.push((server.address() as AddressInfo).port);
  }
  const [port = 0, other = 0] = ports;
  hosts.add(`127.0.0.1:${port}`);
  store.apply({ kind: 'endpoint-changed', endpoint: { kind: 'on', address: 'here', port } });
  const facts = granted.ok ? grants.facts(granted.value.id) : granted;
  if (!facts.ok) throw new Error(facts.problem.message);
  const { header } = facts.value.facts;
  process.on('message', () => {
    globalThis.gc?.();
    process.send?.(process.memoryUsage().heapUsed);
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.([
    { port, header },
    { port: other, header },
  ] satisfies Facts[]);
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) await serve();
