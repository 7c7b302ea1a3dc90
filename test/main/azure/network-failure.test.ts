import { describe, expect, test } from 'vitest';
import { networkFailure, networkProblem } from '../../../src/main/azure/network-failure.ts';

const address = 'https://login.example:8443/common/oauth2/v2.0/token?secret=1';

/** As Node's `fetch` fails: the reason is a chain of causes away. */
function nodeError(code: string): Error {
  const cause = Object.assign(new Error(`something about ${code}`), { code });
  return new TypeError('fetch failed', { cause });
}

/** As Electron's `net.fetch` fails. */
const chromiumError = (code: string): Error => new Error(`net::${code}`);

const nodeCodes = {
  offline: [
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'ENETDOWN',
    'UND_ERR_SOCKET',
  ],
  'timed-out': [
    'ETIMEDOUT',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
  ],
  tls: [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
    'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'CERT_REVOKED',
    'CERT_UNTRUSTED',
    'CERT_CHAIN_TOO_LONG',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'HOSTNAME_MISMATCH',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'PATH_LENGTH_EXCEEDED',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'EPROTO',
  ],
  'unexpected-answer': ['HPE_INVALID_CONSTANT', 'HPE_INVALID_HEADER_TOKEN'],
} as const;

const chromiumCodes = {
  offline: [
    'ERR_INTERNET_DISCONNECTED',
    'ERR_NAME_NOT_RESOLVED',
    'ERR_CONNECTION_REFUSED',
    'ERR_CONNECTION_RESET',
    'ERR_NETWORK_CHANGED',
    'ERR_ADDRESS_UNREACHABLE',
    'ERR_NETWORK_IO_SUSPENDED',
  ],
  'timed-out': ['ERR_TIMED_OUT', 'ERR_CONNECTION_TIMED_OUT'],
  proxy: [
    'ERR_PROXY_CONNECTION_FAILED',
    'ERR_PROXY_AUTH_REQUESTED',
    'ERR_PROXY_AUTH_UNSUPPORTED',
    'ERR_PROXY_CERTIFICATE_INVALID',
    'ERR_UNEXPECTED_PROXY_AUTH',
    'ERR_TUNNEL_CONNECTION_FAILED',
    'ERR_SOCKS_CONNECTION_FAILED',
    'ERR_NO_SUPPORTED_PROXIES',
    'ERR_MANDATORY_PROXY_CONFIGURATION_FAILED',
    'ERR_PAC_SCRIPT_FAILED',
  ],
  tls: [
    'ERR_CERT_AUTHORITY_INVALID',
    'ERR_CERT_COMMON_NAME_INVALID',
    'ERR_CERT_DATE_INVALID',
    'ERR_CERTIFICATE_TRANSPARENCY_REQUIRED',
    'ERR_SSL_PROTOCOL_ERROR',
    'ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN',
    'ERR_BAD_SSL_CLIENT_AUTH_CERT',
  ],
  'unexpected-answer': ['ERR_INVALID_HTTP_RESPONSE'],
} as const;

const rows = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const));

describe('why a request got no answer', () => {
  test.each(rows(nodeCodes))("Node's %s reads as %s", (code, kind) => {
    expect(networkFailure(nodeError(code), address)).toEqual({
      kind,
      host: 'login.example:8443',
      reason: code,
    });
  });

  test.each(rows(chromiumCodes))("Chromium's %s reads as %s", (code, kind) => {
    expect(networkFailure(chromiumError(code), address)).toEqual({
      kind,
      host: 'login.example:8443',
      reason: `net::${code}`,
    });
  });

  test('a time-out of ours reads as one', () => {
    const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');

    expect(networkFailure(reason, address).kind).toBe('timed-out');
  });

  test.each([
    ['Node', new TypeError('fetch failed', { cause: new Error('unexpected redirect') })],
    ['Electron', new Error("Attempted to redirect, but redirect policy was 'error'")],
  ])(
    'a redirect, with which captive portals answer, is no lost connection (%s)',
    (_host, error) => {
      expect(networkFailure(error, address)).toEqual({
        kind: 'unexpected-answer',
        host: 'login.example:8443',
        reason: 'redirect',
      });
    },
  );

  test('what really happened is the innermost of a chain', () => {
    const error = new Error('outer', { cause: nodeError('CERT_HAS_EXPIRED') });

    expect(networkFailure(error, address)).toMatchObject({
      kind: 'tls',
      reason: 'CERT_HAS_EXPIRED',
    });
  });

  test.each([
    [new Error('who knows'), 'Error'],
    ['a word', 'a word'],
    [undefined, 'undefined'],
  ])('what is unknown (%s) reads as offline', (error, reason) => {
    expect(networkFailure(error, address)).toMatchObject({ kind: 'offline', reason });
  });
});

describe('a network failure in words', () => {
  const kinds = ['offline', 'proxy', 'tls', 'timed-out', 'unexpected-answer'] as const;
  const problems = kinds.map((kind) =>
    networkProblem({ kind, host: 'login.example', reason: 'WHY' }),
  );

  test('names the host, says what to do, and keeps the reason for those who ask', () => {
    for (const { message, detail } of problems) {
      expect(message).toMatch(/login\.example.*\.$/);
      expect(detail).toBe('login.example: WHY');
    }
    expect(problems.map(({ kind, remedy }) => [kind, remedy?.kind])).toEqual([
      ['offline', 'retry'],
      ['proxy', 'check-network'],
      ['tls', 'check-network'],
      ['timed-out', 'retry'],
      ['unexpected-answer', 'check-network'],
    ]);
  });

  test.each(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'net::ERR_CERT_DATE_INVALID'])(
    'a certificate of another time (%s) asks to look at the clock',
    (reason) => {
      expect(networkProblem({ kind: 'tls', host: 'login.example', reason })).toMatchObject({
        kind: 'clock-skew',
        remedy: { kind: 'check-clock' },
      });
    },
  );

  test('never asks to sign in: offline is not signed out', () => {
    expect(problems.filter(({ remedy }) => remedy?.kind === 'sign-in')).toEqual([]);
  });
});
