import { createPrivateKey } from 'node:crypto';
import type forge from 'node-forge';
import type { Result } from '../../shared/problem.ts';
import type { CertificateWithKey } from './read-pem.ts';
import { readPem, unreadable } from './read-pem.ts';

type Forge = typeof forge;

/**
 * Takes a private key and its certificates out of a PFX file (PKCS#12, https://www.rfc-editor.org/rfc/rfc7292), as openssl,
 * Windows and Key Vault write them.
 */
export async function readPfx(
  bytes: Uint8Array,
  password: string | undefined,
): Promise<Result<CertificateWithKey>> {
  const { default: library } = await import('node-forge');
  let container: forge.asn1.Asn1;
  try {
    container = library.asn1.fromDer(Buffer.from(bytes).toString('latin1'));
  } catch {
    return unreadable('This is no PFX file, or it is damaged.');
  }
  let bags: readonly forge.pkcs12.Bag[];
  try {
    bags = bagsOf(library, container, password ?? '');
  } catch (error) {
    if (!isAboutPassword(error)) return unreadable('This is no PFX file, or it is damaged.');
    return password
      ? unreadable('This is not the password of the PFX file.', 'password')
      : unreadable('The PFX file has a password. Type it.', 'password');
  }
  try {
    return readPem(bags.map((bag) => pemOf(library, bag)).join('\n'), undefined);
  } catch {
    return unreadable('What is in the PFX file can not be read.');
  }
}

function bagsOf(
  { pkcs12 }: Forge,
  container: forge.asn1.Asn1,
  password: string,
): readonly forge.pkcs12.Bag[] {
  const open = (text: string): readonly forge.pkcs12.Bag[] =>
    pkcs12.pkcs12FromAsn1(container, false, text).safeContents.flatMap((safe) => safe.safeBags);
  try {
    return open(password);
  } catch (error) {
    const bytes = Buffer.from(password, 'utf8').toString('latin1');
    if (isAboutMac(error) || bytes === password || !Array.isArray(container.value)) throw error;
    // The checksum takes the password as UTF-16, which forge does, and new ciphers (PBES2) take it as UTF-8, which forge
    // leaves to its caller. The checksum was right, so it is left out now.
    container.value.length = 2;
    return open(bytes);
  }
}

const isAboutMac = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('MAC could not be verified');

/** Its checksum (MAC) fails with a wrong password; a file without one fails when a part is decrypted. */
function isAboutPassword(error: unknown): boolean {
  return (
    error instanceof Error && /MAC could not be verified|password|decrypt/i.test(error.message)
  );
}

/** A key or certificate as PEM. What forge itself does not understand (keys other than RSA) comes as plain ASN.1. */
function pemOf(library: Forge, { type, key, cert, asn1: raw }: forge.pkcs12.Bag): string {
  if (key) return library.pki.privateKeyToPem(key);
  if (cert) return library.pki.certificateToPem(cert);
  const der = Buffer.from(library.asn1.toDer(raw).getBytes(), 'latin1');
  if (type === library.pki.oids['certBag']) {
    return `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
  }
  return String(
    createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({
      type: 'pkcs8',
      format: 'pem',
    }),
  );
}
