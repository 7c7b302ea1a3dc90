import type { KeyObject } from 'node:crypto';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Problem, ProblemField, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';

/** A private key with the certificates that speak for it. */
export interface CertificateWithKey {
  /** PKCS#8, PEM, not encrypted. */
  readonly privateKey: string;
  /** PEM, the key's own certificate first, then its issuers as far as they came along. */
  readonly certificates: string;
  /** SHA-256 of the certificate in hex, for `x5t#S256` (https://www.rfc-editor.org/rfc/rfc7515#section-4.1.8). */
  readonly thumbprint: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export const unreadable = (
  message: string,
  field: ProblemField = 'credential',
): { readonly ok: false; readonly problem: Problem } =>
  fail({ kind: 'invalid-input', message, field });

/** Blocks of PEM (https://www.rfc-editor.org/rfc/rfc7468), and what openssl writes beside them. */
const block = /-----BEGIN ([A-Z0-9 ]+)-----(?:[^-]|-(?!----))*-----END \1-----/g;

/**
 * Takes a private key and its certificate out of PEM text, in whatever order they stand there.
 *
 * @param password of the private key, where it is encrypted
 */
export function readPem(text: string, password: string | undefined): Result<CertificateWithKey> {
  const blocks = [...text.matchAll(block)].map(([pem, label = '']) => ({ pem, label }));
  const begun = text.match(/-----BEGIN /g)?.length ?? 0;
  if (begun === 0) {
    return unreadable(
      'This is no PEM text. It has lines such as "-----BEGIN CERTIFICATE-----" and "-----BEGIN PRIVATE KEY-----".',
    );
  }
  if (blocks.length < begun) return unreadable('The PEM text is cut off or damaged.');
  const key = blocks.find(({ label }) => label.endsWith('PRIVATE KEY'));
  const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE');
  if (!key) return unreadable('There is a certificate, but no private key with it.');
  if (certificates.length === 0) {
    return unreadable('There is a private key, but no certificate with it.');
  }
  const privateKey = readKey(key.pem, password);
  return privateKey.ok
    ? withCertificates(
        privateKey.value,
        certificates.map(({ pem }) => pem),
      )
    : privateKey;
}

function readKey(pem: string, password: string | undefined): Result<KeyObject> {
  const isEncrypted = /BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem);
  if (isEncrypted && !password) {
    return unreadable('The private key is encrypted. Type its password.', 'password');
  }
  try {
    const key = createPrivateKey({ key: pem, ...(isEncrypted ? { passphrase: password } : {}) });
    return key.asymmetricKeyType === 'rsa'
      ? succeed(key)
      : unreadable('Entra ID takes only RSA keys; this is another kind.');
  } catch {
    return isEncrypted
      ? unreadable('This is not the password of the private key.', 'password')
      : unreadable('The private key can not be read: it is damaged, or of an unknown kind.');
  }
}

function withCertificates(key: KeyObject, pems: readonly string[]): Result<CertificateWithKey> {
  let certificates: readonly X509Certificate[];
  try {
    certificates = pems.map((pem) => new X509Certificate(pem));
  } catch {
    return unreadable('The certificate can not be read: it is damaged.');
  }
  const own = certificates.find((one) => one.checkPrivateKey(key));
  if (!own) return unreadable('The private key does not belong to the certificate.');
  return succeed({
    privateKey: String(key.export({ type: 'pkcs8', format: 'pem' })),
    certificates: chainOf(own, certificates).map(String).join(''),
    thumbprint: own.fingerprint256.replaceAll(':', ''),
    expiresAt: own.validToDate.getTime(),
  });
}

/** From the certificate to its issuers, one after the other, as `x5c` wants them. */
function chainOf(
  own: X509Certificate,
  all: readonly X509Certificate[],
): readonly X509Certificate[] {
  const chain = [own];
  for (;;) {
    const last = chain.at(-1);
    const issuer = all.find((one) => !chain.includes(one) && last?.checkIssued(one));
    if (!issuer) return chain;
    chain.push(issuer);
  }
}
