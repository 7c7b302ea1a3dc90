import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * The form of a sealed file: a magic word, the format's version, a 96-bit nonce, a 128-bit tag, then the text encrypted
 * with AES-256-GCM (NIST SP 800-38D). The document's name is authenticated too, so that one file can't stand in for another.
 */
const magic = Buffer.from('AZIMUTH');
const version = 1;
const nonceLength = 12;
const tagLength = 16;
const headerLength = magic.length + 1;

export const keyLength = 32;

export function sealText(key: Uint8Array, name: string, text: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([magic, Buffer.of(version), nonce, cipher.getAuthTag(), body]);
}

/** Throws when the file is cut short, changed, of another version, or sealed with another key. */
export function openText(key: Uint8Array, name: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  if (bytes.length < headerLength + nonceLength + tagLength)
    throw new Error('the file is cut short');
  if (!bytes.subarray(0, magic.length).equals(magic)) throw new Error('this is no vault file');
  if (bytes[magic.length] !== version) throw new Error('the file is of another version');
  const nonce = bytes.subarray(headerLength, headerLength + nonceLength);
  const tag = bytes.subarray(headerLength + nonceLength, headerLength + nonceLength + tagLength);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(tag);
  const body = bytes.subarray(headerLength + nonceLength + tagLength);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}
