import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCloud, type Cloud } from './start.ts';
import { trust } from './trust.ts';

let cloud: Cloud;

beforeEach(async () => {
  cloud = await startCloud();
  trust(cloud.certificateAuthority);
});
afterEach(() => cloud.close());

const path = '/common/v2.0/.well-known/openid-configuration';
const ask = (signal?: AbortSignal): Promise<Response> =>
  fetch(cloud.authority + path, signal ? { signal } : {});

test('a status with its headers, as often as said and no more', async () => {
  cloud.inject({
    match: /openid-configuration$/,
    kind: 'status',
    status: 429,
    headers: { 'Retry-After': '7' },
    times: 2,
  });
  const answers = [await ask(), await ask(), await ask()];
  expect(answers.map((each) => each.status)).toEqual([429, 429, 200]);
  expect(answers[0]?.headers.get('retry-after')).toBe('7');
});

test('a fault ends when it is taken out, and meets only what it matches', async () => {
  const undo = cloud.inject({ match: ({ service }) => service === 'login', kind: 'status' });
  const during = await ask();
  const other = await fetch(`${cloud.resourceManager}/tenants`);
  undo();
  const after = await ask();
  expect([during.status, other.status, after.status]).toEqual([503, 401, 200]);
});

test('a reset breaks the connection without an answer', async () => {
  cloud.inject({ match: /./, kind: 'reset', times: 1 });
  await expect(ask()).rejects.toThrow('fetch failed');
  expect(cloud.requests).toMatchObject([{ path, status: 0 }]);
});

test('a hang gives no answer, and ends with the client or the cloud', async () => {
  cloud.inject({ match: /./, kind: 'hang', times: 2 });
  await expect(ask(AbortSignal.timeout(100))).rejects.toThrow('timeout');
  const hanging = ask();
  hanging.catch(() => undefined);
  await expect.poll(() => cloud.requests.length).toBe(1);
  await cloud.close();
  await expect(hanging).rejects.toThrow('fetch failed');
});

test('a truncated answer promises more than it brings', async () => {
  cloud.inject({ match: /./, kind: 'truncate', times: 1 });
  const response = await ask();
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('terminated');
});

test('HTML and garbage come with status 200', async () => {
  cloud.inject({ match: /./, kind: 'html', times: 1 });
  cloud.inject({ match: /./, kind: 'garbage-json', times: 1 });
  const html = await ask();
  const garbage = await ask();
  expect(html.headers.get('content-type')).toContain('text/html');
  expect(await html.text()).toContain('Hotel Wi-Fi');
  expect(garbage.headers.get('content-type')).toContain('application/json');
  await expect(garbage.json()).rejects.toThrow(SyntaxError);
});

test('a delay and the latency hold the true answer back', async () => {
  cloud.inject({ match: /./, kind: 'delay', delay: 80, times: 1 });
  cloud.setLatency(40);
  const delayed = await ask();
  const late = await ask();
  const took = cloud.requests.map(({ start, end }) => end - start);
  expect([delayed.status, late.status]).toEqual([200, 200]);
  expect(took[0]).toBeGreaterThanOrEqual(110);
  expect(took[1]).toBeGreaterThanOrEqual(35);
});

test("answers carry the cloud's own time", async () => {
  cloud.setClockOffset(3600_000);
  const ahead = Date.parse((await ask()).headers.get('date') ?? '') - Date.now();
  expect(Math.round(ahead / 3600_000)).toBe(1);
});

test('requests are on record without their queries', async () => {
  await fetch(`${cloud.authority}${path}?secret=1`);
  expect(cloud.requests).toEqual([
    {
      service: 'login',
      method: 'GET',
      path,
      host: new URL(cloud.authority).host,
      status: 200,
      start: expect.any(Number) as number,
      end: expect.any(Number) as number,
    },
  ]);
});

test('a closed cloud has freed its ports, and two clouds share nothing', async () => {
  const other = await startCloud();
  const port = Number(new URL(other.authority).port);
  other.setTenantPolicy(other.directory.tenants.contoso, 'blocked');
  await other.close();
  const third = await startCloud({ ports: { login: port, resourceManager: 0 } });
  expect(new URL(third.authority).port).toBe(String(port));
  expect(third.certificateAuthority).not.toBe(other.certificateAuthority);
  await third.close();
});

test('a port that is taken fails the start and leaves nothing open', async () => {
  const login = Number(new URL(cloud.authority).port);
  await expect(startCloud({ ports: { login: 0, resourceManager: login } })).rejects.toThrow(
    'EADDRINUSE',
  );
});
