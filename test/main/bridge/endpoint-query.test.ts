import { expect, test } from 'vitest';
import { readTokenQuery } from '../../../src/main/bridge/endpoint-query.ts';

const read = (query: string) => readTokenQuery(`/msi/token?api-version=2019-08-01&${query}`);
const hash = 'AB'.repeat(32);

test.each([
  ['resource=https://vault.azure.net', { resource: 'https://vault.azure.net' }],
  ['resource=https%3A%2F%2Fvault.azure.net%2F', { resource: 'https://vault.azure.net/' }],
  ['resource=https://vault.azure.net///', { resource: 'https://vault.azure.net/' }],
  ['resource=r&client_id=c&xms_cc=cp1', { resource: 'r', clientId: 'c' }],
  ['resource=r&mi_res_id=/subscriptions/x', { resource: 'r' }],
  [
    `resource=r&token_sha256_to_refresh=${hash}`,
    { resource: 'r', refusedHash: hash.toLowerCase() },
  ],
  ['resource=r&bypass_cache=True', { resource: 'r', bypassCache: true }],
])('%s is understood', (query, expected) => {
  const nothing = { clientId: undefined, refusedHash: undefined, bypassCache: false };
  expect(read(query)).toEqual({ ok: true, query: { ...nothing, ...expected } });
});

test.each([
  ['', "The parameter 'resource' is missing."],
  ['resource=a&resource=b', "The parameter 'resource' is there twice."],
  ['resource=a&api-version=2019-08-01', "The parameter 'api-version' is there twice."],
  ['resource=a%20b', "The parameter 'resource' can't be an address or an application id."],
  ['resource=a%00b', "The parameter 'resource' can't be an address or an application id."],
  ['resource=%F0%9F%94%91', "The parameter 'resource' can't be an address or an application id."],
  ['resource=%ff%', "The parameter 'resource' can't be an address or an application id."],
  [
    'resource=r&client_id=c&object_id=o',
    'Only one of client_id, object_id, mi_res_id can be asked for.',
  ],
  [
    'resource=r&token_sha256_to_refresh=abc',
    "The parameter 'token_sha256_to_refresh' is no SHA-256 in hex.",
  ],
])('%s is refused in one sentence', (query, message) => {
  expect(read(query)).toEqual({ ok: false, message });
});

test.each(['/msi/token', '/msi/token?api-version=2017-09-01&resource=r'])(
  'another version of the protocol is refused: %s',
  (url) => {
    const message = "The parameter 'api-version' has to be 2019-08-01.";
    expect(readTokenQuery(url)).toEqual({ ok: false, message });
  },
);
