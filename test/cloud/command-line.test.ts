import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readCommand, usage } from './command-line.ts';
import { trust } from './trust.ts';

test('arguments become options, and what is not said stays out', () => {
  const argv = ['--tenants', '100', '--subs', '20', '--latency', '50', '--port', '8443', '--json'];
  expect(readCommand(argv)).toEqual({
    options: {
      tenants: 100,
      subscriptionsPerTenant: 20,
      latency: 50,
      ports: { login: 8443, resourceManager: 8444 },
    },
    caFile: undefined,
    json: true,
  });
  expect(readCommand([])).toEqual({ options: {}, caFile: undefined, json: false });
  expect(readCommand(['--help'])).toBe('help');
});

test.each([
  [['--tenants', '5'], "--tenants wants a whole number from 6 to 1000, not '5'."],
  [['--subs', 'many'], "--subs wants a whole number from 0 to 100, not 'many'."],
  [['--latency', '1.5'], "--latency wants a whole number from 0 to 60000, not '1.5'."],
  [['--nonsense'], "Unknown option '--nonsense'"],
])('%j is refused in a sentence', (argv, sentence) => {
  expect(() => readCommand(argv)).toThrow(sentence);
});

const main = join(import.meta.dirname, 'main.ts');
const started = z.object({
  authority: z.url(),
  resourceManager: z.url(),
  caFile: z.string(),
  leafKeyHash: z.base64(),
  tenants: z.number(),
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'with 1,000 tenants of 100 subscriptions it says where it is, works, and ends on %s',
  async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'azimuth-cloud-test-'));
    const caFile = join(folder, 'ca.pem');
    const argv = ['--tenants', '1000', '--subs', '100', '--json', '--ca-file', caFile];
    const cloud = spawn(process.execPath, [main, ...argv], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    const reader = createInterface(cloud.stdout).on('line', (line) => lines.push(line));
    await once(reader, 'line');
    const where = started.parse(JSON.parse(lines[0] ?? ''));
    trust(await readFile(caFile, 'utf8'));
    const keys = await fetch(`${where.authority}/common/discovery/v2.0/keys`);
    cloud.kill(signal);
    const [code] = (await once(cloud, 'close')) as [number | null];
    expect({ where, keys: keys.status, code, lines: lines.length, ca: existsSync(caFile) }).toEqual(
      {
        where: { ...where, caFile, tenants: 1000 },
        keys: 200,
        code: 0,
        lines: 1,
        ca: false,
      },
    );
    await rm(folder, { recursive: true });
  },
);

test('for people it prints a table of places and users', async () => {
  const cloud = spawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  cloud.stdout.on('data', (part: Buffer) => {
    text += part.toString();
    if (text.includes('Ctrl+C')) cloud.kill('SIGTERM');
  });
  await once(cloud, 'close');
  expect(text).toMatch(/^ {2}Authority +https:\/\/localhost:\d+$/m);
  expect(text).toMatch(/^ {2}Device code page +https:\/\/localhost:\d+\/deviceauth$/m);
  expect(text).toMatch(/^ {2}juergen\.gross@fabrikam\.com +Jürgen Groß, 3 tenants$/m);
});

test('nonsense on the command line ends with the usage and code 2', async () => {
  const cloud = spawn(process.execPath, [main, '--nonsense'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  cloud.stderr.on('data', (part: Buffer) => {
    complaint += part.toString();
  });
  const [code] = (await once(cloud, 'close')) as [number | null];
  expect(code).toBe(2);
  expect(complaint).toContain(usage);
});
