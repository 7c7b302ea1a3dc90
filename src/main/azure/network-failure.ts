import type { Problem } from '../../shared/problem.ts';

/** Why a request got no answer that the protocol knows. */
export interface NetworkFailure {
  readonly kind: 'offline' | 'proxy' | 'tls' | 'timed-out' | 'unexpected-answer';
  /** The host that was asked. */
  readonly host: string;
  /** The platform's own word for it, such as `ECONNREFUSED` or `net::ERR_PROXY_CONNECTION_FAILED`. */
  readonly reason: string;
}

/**
 * Codes of Node (https://nodejs.org/api/tls.html#x509-certificate-error-codes) and of Chromium's network stack
 * (https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h), which Electron's `net.fetch` reports.
 */
const tlsCodes =
  /SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|CERT_|CERTIFICATE|ERR_TLS|ERR_SSL|SSL_|ALTNAME|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH|EPROTO/;
const dateCodes = /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CERT_DATE_INVALID/;
const proxyCodes = /PROXY|PROXIES|ERR_TUNNEL|ERR_SOCKS|ERR_PAC_/;
const timeoutCodes = /TimeoutError|AbortError|ETIMEDOUT|TIMED_OUT|_TIMEOUT/;
const strangeAnswers = /^HPE_|INVALID_HTTP_RESPONSE|^redirect$/;

export function networkFailure(error: unknown, address: string): NetworkFailure {
  const reason = reasonOf(error);
  const host = new URL(address).host;
  if (proxyCodes.test(reason)) return { kind: 'proxy', host, reason };
  if (tlsCodes.test(reason)) return { kind: 'tls', host, reason };
  if (timeoutCodes.test(reason)) return { kind: 'timed-out', host, reason };
  if (strangeAnswers.test(reason)) return { kind: 'unexpected-answer', host, reason };
  return { kind: 'offline', host, reason };
}

/** The innermost code: `fetch` hides it in a chain of causes. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reasonOf(error.cause);
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  const [chromium] = /net::\w+/.exec(error.message) ?? [];
  if (chromium !== undefined) return chromium;
  // Neither fetch has a code for a redirect where none is allowed, which is how captive portals answer.
  return /redirect/i.test(error.message) ? 'redirect' : error.name;
}

export function networkProblem(failure: NetworkFailure): Problem {
  const detail = `${failure.host}: ${failure.reason}`;
  switch (failure.kind) {
    case 'offline':
      return {
        kind: 'offline',
        message: `${failure.host} can not be reached. Check your internet connection; what was known stays in the list.`,
        remedy: { kind: 'retry' },
        detail,
      };
    case 'proxy':
      return {
        kind: 'proxy',
        message: `Your proxy did not let the request to ${failure.host} through. Check the system's proxy settings.`,
        remedy: { kind: 'check-network' },
        detail,
      };
    case 'tls':
      if (dateCodes.test(failure.reason)) {
        return {
          kind: 'clock-skew',
          message: `The certificate of ${failure.host} is not valid at the time that this computer shows. Check the date and time.`,
          remedy: { kind: 'check-clock' },
          detail,
        };
      }
      return {
        kind: 'tls',
        message: `The connection to ${failure.host} is not trusted: something on the way answers with a certificate that this computer does not know. If your organisation inspects traffic, its root certificate has to be installed in the system.`,
        remedy: { kind: 'check-network' },
        detail,
      };
    case 'timed-out':
      return {
        kind: 'timed-out',
        message: `${failure.host} did not answer in time. Try again in a moment.`,
        remedy: { kind: 'retry' },
        detail,
      };
    case 'unexpected-answer':
      return {
        kind: 'unexpected-answer',
        message: `Something other than Azure answered for ${failure.host}. On a guest network, open a web page and sign in to the network first.`,
        remedy: { kind: 'check-network' },
        detail,
      };
  }
}
