import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { grantSnippet, grantVariables } from '../../src/shared/grant-snippet.ts';

const facts = {
  address: 'http://127.0.0.1:4321/msi/token',
  header: 'LV4Hh-BXg_q8',
  tenantId: '3061625d-dbc8-49ab-9d85-01457194fcbd',
  subscriptionId: 'c5abdde7-5167-4ecf-89c8-a25238af4cbb',
};
const variables = Object.fromEntries(grantVariables(facts));

/** What a program sees whose shell read the snippet first. */
function environmentAfter(snippet: string, environment: Record<string, string> = {}): string {
  const PATH = process.env['PATH'] ?? '';
  return execFileSync('sh', ['-c', `${snippet}\nenv`], {
    encoding: 'utf8',
    env: { ...environment, PATH },
  });
}

test('a shell that reads it hands all variables on, and keeps the secret from its proxy', () => {
  const lines = environmentAfter(grantSnippet('bash', facts), { NO_PROXY: 'a.b' }).split('\n');
  const expected = Object.entries(variables).map(([name, value]) => `${name}=${value}`);

  expect(lines).toEqual(expect.arrayContaining([...expected, 'NO_PROXY=a.b,127.0.0.1']));
});

test('as JSON it is the variables, also where a development container wants them', () => {
  expect([
    JSON.parse(grantSnippet('json', facts)),
    JSON.parse(grantSnippet('devcontainer', facts)),
  ]).toEqual([variables, { containerEnv: variables }]);
});

test('fish hands all variables on too', () => {
  const snippet = grantSnippet('fish', facts);
  const PATH = process.env['PATH'] ?? '';
  const lines = execFileSync('fish', ['--no-config', '-c', `${snippet}\nenv`], {
    encoding: 'utf8',
    env: { PATH, HOME: tmpdir(), NO_PROXY: 'a.b' },
  }).split('\n');
  const expected = Object.entries(variables).map(([name, value]) => `${name}=${value}`);

  expect(lines).toEqual(expect.arrayContaining([...expected, 'NO_PROXY=a.b,127.0.0.1']));
});

test('a .env file, an env file of docker and a compose file are read as the variables', () => {
  expect([
    parseEnv(grantSnippet('dotenv', facts)),
    parseEnv(grantSnippet('docker', facts)),
    parseYaml(grantSnippet('compose', facts)),
  ]).toEqual([variables, variables, { environment: variables }]);
});

test.each([
  "$env:IDENTITY_HEADER = 'LV4Hh-BXg_q8'",
  "$env:NO_PROXY = (@($env:NO_PROXY, '127.0.0.1') | Where-Object { $_ }) -join ','",
])('PowerShell gets the line %s', (line) => {
  expect(grantSnippet('powershell', facts).split('\n')).toContain(line);
});

test.each([
  [
    '172.17.0.1',
    'http://host.docker.internal:4321/msi/token',
    'host.docker.internal:172.17.0.1',
    'host.docker.internal',
  ],
  [
    '127.0.0.1',
    'http://host.docker.internal:4321/msi/token',
    'host.docker.internal:host-gateway',
    'host.docker.internal',
  ],
  ['172.18.0.1', 'http://172.18.0.1:4321/msi/token', undefined, undefined],
])('containers that are let in at %s are told %s', (address, endpoint, entry, hostName) => {
  const inside = { ...facts, containers: { address, hostName } };
  const devcontainer: unknown = JSON.parse(grantSnippet('devcontainer', inside));

  expect(devcontainer).toEqual({
    ...(entry === undefined ? {} : { runArgs: ['--add-host', entry] }),
    containerEnv: { ...variables, IDENTITY_ENDPOINT: endpoint },
  });
  expect(grantSnippet('docker', inside)).toContain(`IDENTITY_ENDPOINT=${endpoint}\n`);
  expect(parseYaml(grantSnippet('compose', inside))).toEqual({
    ...(entry === undefined ? {} : { extra_hosts: [entry] }),
    environment: { ...variables, IDENTITY_ENDPOINT: endpoint },
  });
  expect(grantSnippet('bash', inside)).toBe(grantSnippet('bash', facts));
});

test('a grant without a subscription names none', () => {
  const { subscriptionId, ...others } = facts;
  expect(grantSnippet('docker', others)).not.toContain(subscriptionId);
  expect(grantSnippet('docker', others)).not.toContain('SUBSCRIPTION');
});
