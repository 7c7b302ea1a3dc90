import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCredential } from '../../../src/main/azure/read-credential.ts';
import { readPem } from '../../../src/main/azure/read-pem.ts';
import type { CertificateWithKey } from '../../../src/main/azure/read-pem.ts';
import { readPfx } from '../../../src/main/azure/read-pfx.ts';
import type { Result } from '../../../src/shared/problem.ts';
import type { KeyFiles, Pair } from './key-files.ts';
import { createKeyFiles } from './key-files.ts';

let files: KeyFiles;
let pipeline: Pair;
let other: Pair;

beforeAll(() => {
  files = createKeyFiles();
  pipeline = files.selfSigned('pipeline');
  other = files.selfSigned('other');
});
afterAll(() => files.clear());

const derOf = (certificate: string): Buffer => new X509Certificate(certificate).raw;

const publicHalf = (key: string): string =>
  String(createPrivateKey(key).export({ type: 'pkcs8', format: 'pem' }));

/** What the pair is expected to be read as. */
const asRead = ({ key, certificate }: Pair): CertificateWithKey => ({
  privateKey: publicHalf(key),
  certificates: new X509Certificate(certificate).toString(),
  thumbprint: createHash('sha256').update(derOf(certificate)).digest('hex').toUpperCase(),
  expiresAt: new X509Certificate(certificate).validToDate.getTime(),
});

const complaint = (result: Result<unknown>): unknown =>
  result.ok ? 'no complaint' : [result.problem.field, result.problem.message];

describe('PEM', () => {
  test('is read with key and certificate in either order, and whatever stands between', () => {
    const expected = { ok: true, value: asRead(pipeline) };
    const { key, certificate } = pipeline;
    const texts = [
      key + certificate,
      certificate + key,
      `Bag Attributes\n  friendlyName: pipeline\n${key}\n\nsubject=CN = pipeline\n${certificate}`,
      (key + certificate).replaceAll('\n', '\r\n'),
    ];
    expect(texts.map((text) => readPem(text, undefined))).toEqual(texts.map(() => expected));
  });

  test('opens with the password of its key, in both encodings that openssl writes', () => {
    const texts = (['pkcs8', 'traditional'] as const).map(
      (style) => files.encrypted('pipeline', 'correct horse', style) + pipeline.certificate,
    );
    expect(texts.map((text) => readPem(text, 'correct horse'))).toEqual(
      texts.map(() => ({ ok: true, value: asRead(pipeline) })),
    );
    const wrong = ['password', 'This is not the password of the private key.'];
    const missing = ['password', 'The private key is encrypted. Type its password.'];
    expect(texts.map((text) => complaint(readPem(text, 'wrong')))).toEqual([wrong, wrong]);
    expect(texts.map((text) => complaint(readPem(text, '')))).toEqual([missing, missing]);
  });

  test('gives the chain from the certificate to its issuer, whatever their order', () => {
    const authority = files.selfSigned('authority');
    const leaf = files.issuedBy('authority', 'leaf');
    const read = readPem(authority.certificate + leaf.certificate + leaf.key, undefined);
    expect(read).toEqual({
      ok: true,
      value: {
        ...asRead(leaf),
        certificates: leaf.certificate + authority.certificate,
      },
    });
  });

  test('that can not be used says why', () => {
    const elliptic = files.selfSigned('elliptic', 'elliptic');
    const damaged = pipeline.certificate.replace(/\n[^-\n]{20}/, '\n%%%%%%%%%%%%%%%%%%%%');
    const texts: Record<string, string> = {
      'no PEM': 'hello',
      'cut off': (pipeline.certificate + pipeline.key).slice(0, -40),
      'no key': pipeline.certificate,
      'no certificate': pipeline.key,
      "another's key": pipeline.certificate + other.key,
      elliptic: elliptic.key + elliptic.certificate,
      'damaged key':
        '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n' + pipeline.certificate,
      'damaged certificate': damaged + pipeline.key,
    };
    const complaints = Object.entries(texts).map(([what, text]) => [
      what,
      complaint(readPem(text, undefined)),
    ]);
    expect(Object.fromEntries(complaints)).toEqual({
      'no PEM': [
        'credential',
        'This is no PEM text. It has lines such as "-----BEGIN CERTIFICATE-----" and "-----BEGIN PRIVATE KEY-----".',
      ],
      'cut off': ['credential', 'The PEM text is cut off or damaged.'],
      'no key': ['credential', 'There is a certificate, but no private key with it.'],
      'no certificate': ['credential', 'There is a private key, but no certificate with it.'],
      "another's key": ['credential', 'The private key does not belong to the certificate.'],
      elliptic: ['credential', 'Entra ID takes only RSA keys; this is another kind.'],
      'damaged key': [
        'credential',
        'The private key can not be read: it is damaged, or of an unknown kind.',
      ],
      'damaged certificate': ['credential', 'The certificate can not be read: it is damaged.'],
    });
  });

  test('of a hundred kilobytes that never ends is refused at once', () => {
    const text = `-----BEGIN PRIVATE KEY-----${'A'.repeat(100_000)}`.repeat(1);
    expect(complaint(readPem(text, undefined))).toEqual([
      'credential',
      'The PEM text is cut off or damaged.',
    ]);
  });
});

describe('a PFX', () => {
  test('opens with its password, as openssl and as Windows write it, and without one', async () => {
    const read = [
      await readPfx(files.pfx('pipeline', 'pässword'), 'pässword'),
      await readPfx(files.pfx('pipeline', 'password', 'legacy'), 'password'),
      await readPfx(files.pfx('pipeline', ''), undefined),
    ];
    expect(read).toEqual(read.map(() => ({ ok: true, value: asRead(pipeline) })));
  });

  test('that can not be opened says why', async () => {
    const sealed = files.pfx('pipeline', 'password');
    files.selfSigned('curve', 'elliptic');
    expect([
      complaint(await readPfx(sealed, 'wrong')),
      complaint(await readPfx(sealed, undefined)),
      complaint(await readPfx(sealed.subarray(0, 900), 'password')),
      complaint(await readPfx(Buffer.from('no container at all'), 'password')),
      complaint(await readPfx(derOf(pipeline.certificate), 'password')),
      complaint(await readPfx(files.pfx('curve', 'password'), 'password')),
    ]).toEqual([
      ['password', 'This is not the password of the PFX file.'],
      ['password', 'The PFX file has a password. Type it.'],
      ['credential', 'This is no PFX file, or it is damaged.'],
      ['credential', 'This is no PFX file, or it is damaged.'],
      ['credential', 'This is no PFX file, or it is damaged.'],
      ['credential', 'Entra ID takes only RSA keys; this is another kind.'],
    ]);
  });
});

test('a certificate that is past its end is refused with the day', async () => {
  const content = pipeline.key + pipeline.certificate;
  const input = { kind: 'certificate', format: 'pem', content, sendChain: false } as const;
  const { expiresAt } = asRead(pipeline);
  expect(await readCredential(input, expiresAt - 1)).toMatchObject({ ok: true });
  expect(complaint(await readCredential(input, expiresAt))).toEqual([
    'credential',
    expect.stringMatching(/^This certificate expired on .*\d{4}.*\. Use a new one\.$/),
  ]);
});
