import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A workshop for keys and certificates, made with openssl as people make them. */
export interface KeyFiles {
  /** A new self-signed certificate; its files are `NAME.key` and `NAME.crt`. */
  selfSigned(name: string, kind?: 'rsa' | 'elliptic', days?: number): Pair;
  /** A certificate that `issuer` signed. */
  issuedBy(issuer: string, name: string): Pair;
  /** A PFX of a pair, as openssl writes it now or (`legacy`) as Windows does: 3DES, RC2 and SHA-1. */
  pfx(name: string, password: string, style?: 'modern' | 'legacy'): Buffer;
  encrypted(name: string, password: string, style?: 'pkcs8' | 'traditional'): string;
  write(file: string, text: string): string;
  openssl(...words: string[]): string;
  clear(): void;
}

export interface Pair {
  readonly key: string;
  readonly certificate: string;
}

export function createKeyFiles(): KeyFiles {
  const folder = mkdtempSync(join(tmpdir(), 'azimuth-keys-'));
  const at = (file: string): string => join(folder, file);
  const text = (file: string): string => readFileSync(at(file), 'utf8');
  const openssl = (...words: string[]): string =>
    execFileSync('openssl', words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const pair = (name: string): Pair => ({
    key: text(`${name}.key`),
    certificate: text(`${name}.crt`),
  });
  const files: KeyFiles = {
    selfSigned(name, kind = 'rsa', days = 90) {
      const how = kind === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
      const made = ['-keyout', `${name}.key`, '-out', `${name}.crt`, '-days', String(days)];
      openssl('req', '-x509', '-newkey', ...how, '-nodes', '-subj', `/CN=${name}`, ...made);
      return pair(name);
    },
    issuedBy(issuer, name) {
      const request = ['-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`];
      openssl('req', '-newkey', 'rsa:2048', '-nodes', ...request);
      const signed = ['-CA', `${issuer}.crt`, '-CAkey', `${issuer}.key`, '-CAcreateserial'];
      openssl('x509', '-req', '-in', `${name}.csr`, ...signed, '-out', `${name}.crt`);
      return pair(name);
    },
    pfx(name, password, style = 'modern') {
      const input = ['-inkey', `${name}.key`, '-in', `${name}.crt`, '-out', `${name}.pfx`];
      const legacy = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];
      const how = style === 'legacy' ? legacy : [];
      openssl('pkcs12', '-export', ...input, ...how, '-passout', `pass:${password}`);
      return readFileSync(at(`${name}.pfx`));
    },
    encrypted(name, password, style = 'pkcs8') {
      const how = style === 'pkcs8' ? ['pkcs8', '-topk8'] : ['rsa', '-aes256', '-traditional'];
      const sealed = ['-in', `${name}.key`, '-out', `${name}.enc`, '-passout', `pass:${password}`];
      openssl(...how, ...sealed);
      return text(`${name}.enc`);
    },
    write(file, content) {
      writeFileSync(at(file), content);
      return at(file);
    },
    openssl,
    clear: () => rmSync(folder, { recursive: true }),
  };
  return files;
}
