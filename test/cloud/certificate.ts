import 'reflect-metadata';
import { createHash, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** What a TLS server needs, made fresh at every start; the keys never leave memory. */
export interface ServerCertificate {
  /** PEM of the test certificate authority, for `NODE_EXTRA_CA_CERTS`, `REQUESTS_CA_BUNDLE`, … */
  readonly certificateAuthority: string;
  /** PEM of the leaf followed by the authority. */
  readonly chain: string;
  readonly privateKey: string;
  /** Base64 SHA-256 of the leaf's public key, for Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly leafKeyHash: string;
}

/** A self-signed certificate with an RSA key: for signing tokens and for applications. */
export interface SelfSigned {
  readonly certificate: string;
  readonly privateKey: string;
  readonly der: Buffer;
}

const elliptic: webcrypto.EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' };
const ellipticSigning: webcrypto.EcdsaParams = { name: 'ECDSA', hash: 'SHA-256' };
const rsa: webcrypto.RsaHashedKeyGenParams = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

const day = 24 * 60 * 60 * 1000;
const validity = (): { notBefore: Date; notAfter: Date } => ({
  notBefore: new Date(Date.now() - day),
  notAfter: new Date(Date.now() + 90 * day),
});

x509.cryptoProvider.set(webcrypto);

async function pemOfKey(key: webcrypto.CryptoKey): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key);
  return x509.PemConverter.encode(der, 'PRIVATE KEY');
}

/** A certificate authority of its own, and one leaf for `hosts` (names or IP addresses). */
export async function createServerCertificate(
  hosts: readonly string[],
): Promise<ServerCertificate> {
  const authorityKeys = await webcrypto.subtle.generateKey(elliptic, true, ['sign', 'verify']);
  const leafKeys = await webcrypto.subtle.generateKey(elliptic, true, ['sign', 'verify']);
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Azimuth simulated cloud test CA',
    keys: authorityKeys,
    signingAlgorithm: ellipticSigning,
    ...validity(),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const leaf = await x509.X509CertificateGenerator.create({
    subject: `CN=${hosts[0] ?? 'localhost'}`,
    issuer: authority.subject,
    publicKey: leafKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: ellipticSigning,
    ...validity(),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        hosts.map((host) => ({ type: /^[\d.:]+$/.test(host) ? 'ip' : 'dns', value: host })),
      ),
      await x509.SubjectKeyIdentifierExtension.create(leafKeys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  return {
    certificateAuthority: authority.toString('pem'),
    chain: `${leaf.toString('pem')}\n${authority.toString('pem')}`,
    privateKey: await pemOfKey(leafKeys.privateKey),
    leafKeyHash: createHash('sha256').update(Buffer.from(leaf.publicKey.rawData)).digest('base64'),
  };
}

export async function createSelfSigned(commonName: string): Promise<SelfSigned> {
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${commonName}`,
    keys,
    signingAlgorithm: rsa,
    ...validity(),
  });
  return {
    certificate: certificate.toString('pem'),
    privateKey: await pemOfKey(keys.privateKey),
    der: Buffer.from(certificate.rawData),
  };
}
