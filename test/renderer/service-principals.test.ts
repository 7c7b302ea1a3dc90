import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormValues } from '../../src/renderer/service-principal/form-values.ts';
import {
  errorsFrom,
  firstValues,
  parseValues,
} from '../../src/renderer/service-principal/form-values.ts';
import { readKeyFile } from '../../src/renderer/service-principal/read-key-file.ts';
import { guid } from './directory-fixture.ts';
import './page-globals.ts';
import { nightly, pipeline } from './service-principal-fixture.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';

const filled: FormValues = {
  ...firstValues(undefined, 'AzureCloud'),
  cloud: 'AzureCloud',
  clientId: guid('5C', 3),
  tenant: 'contoso.com',
};

describe('the form', () => {
  it('makes of each way to prove who one is what main takes', () => {
    const credentials = [
      { ...filled, secret: ' s3cret\n', label: ' ' },
      { ...filled, proof: 'certificate' as const, pem: 'PEM', password: 'p', sendChain: true },
      {
        ...filled,
        proof: 'certificate' as const,
        keyFile: { name: 'a.pfx', format: 'pfx' as const, content: 'MA==' },
        pem: 'passed over',
      },
      { ...filled, proof: 'federated' as const, path: '/run/token' },
      { ...filled, proof: 'federated' as const, tokenFrom: 'text' as const, token: 'a.b.c' },
    ].map(parseValues);
    const who = { cloud: 'AzureCloud', clientId: guid('5c', 3), tenant: 'contoso.com' };
    expect(credentials).toEqual(
      [
        { kind: 'secret', secret: 's3cret' },
        {
          kind: 'certificate',
          format: 'pem',
          content: 'PEM',
          password: 'p',
          sendChain: true,
        },
        { kind: 'certificate', format: 'pfx', content: 'MA==', sendChain: false },
        { kind: 'federated-file', path: '/run/token' },
        { kind: 'federated-token', token: 'a.b.c' },
      ].map((credential) => ({ kind: 'input', input: { ...who, credential } })),
    );
  });

  it('says at each field what is wrong with it', () => {
    const errors = (part: Partial<FormValues>) => {
      const parsed = parseValues({ ...filled, secret: 'x', ...part });
      return parsed.kind === 'errors' ? parsed.errors : 'none';
    };
    const huge = 'A'.repeat(2_000_000);
    expect([
      errors({ clientId: 'contoso-deploy' }),
      errors({ tenant: '' }),
      errors({ label: 'x'.repeat(101) }),
      errors({ secret: ' ' }),
      errors({ secret: huge }),
      errors({ proof: 'certificate' }),
      errors({ proof: 'certificate', pem: huge }),
      errors({ proof: 'certificate', pem: 'PEM', password: huge }),
      errors({ proof: 'federated', path: 'token' }),
      errors({ proof: 'federated', tokenFrom: 'text', token: 'no token' }),
      errors({ proof: 'federated', tokenFrom: 'text', token: huge }),
    ]).toEqual([
      { clientId: 'A client ID looks like 00000000-0000-0000-0000-000000000000.' },
      { tenant: 'A tenant is named by its id or by a domain, such as contoso.com.' },
      { label: 'That is too long for a label.' },
      { credential: 'Type the secret.' },
      { credential: 'That is too long for a secret.' },
      { credential: 'Choose the file with the certificate and its private key, or paste it.' },
      { credential: 'That is too long to be one: at most 100 kB.' },
      { password: 'That is too long for a password.' },
      { credential: 'Type the whole path, from the root on.' },
      { credential: 'That is no token: it has three parts with dots between.' },
      { credential: 'That is too long to be one: at most 100 kB.' },
    ]);
  });

  it('begins with what an account has, and never with its secret', () => {
    expect(firstValues(pipeline(9), 'AzureCloud')).toEqual({
      ...firstValues(undefined, 'AzureCloud'),
      label: 'contoso-pipeline',
      cloud: 'AzureCloud',
      clientId: guid('5c', 1),
      tenant: pipeline(9).homeTenantId,
      proof: 'certificate',
    });
    expect(firstValues(nightly(), 'AzureCloud')).toMatchObject({
      label: '',
      proof: 'secret',
      secret: '',
    });
    const path = '/run/token';
    expect([
      firstValues({ ...nightly(), credential: { kind: 'federated-file', path } }, 'AzureCloud'),
      firstValues({ ...nightly(), credential: { kind: 'federated-token' } }, 'AzureCloud'),
    ]).toMatchObject([
      { proof: 'federated', tokenFrom: 'file', path },
      { proof: 'federated', tokenFrom: 'text', token: '' },
    ]);
  });

  it('shows a message only at a field that is there', () => {
    const problem = { kind: 'invalid-input', message: 'No.', field: 'password' } as const;
    expect([
      errorsFrom(problem, { ...filled, proof: 'certificate' }),
      errorsFrom(problem, filled),
      errorsFrom({ kind: 'offline', message: 'No.' }, filled),
      errorsFrom(undefined, filled),
    ]).toEqual([{ password: 'No.' }, { credential: 'No.' }, {}, {}]);
  });
});

describe('a file', () => {
  const fileOf = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], 'pipeline');

  it('is told by its first byte, whatever its name', async () => {
    const every = Uint8Array.from({ length: 256 }, (_, at) => (at + 0x30) % 256);
    const text = new TextEncoder().encode('-----BEGIN');
    expect([await readKeyFile(fileOf(every)), await readKeyFile(fileOf(text))]).toEqual([
      {
        kind: 'file',
        file: { name: 'pipeline', format: 'pfx', content: Buffer.from(every).toString('base64') },
      },
      { kind: 'file', file: { name: 'pipeline', format: 'pem', content: '-----BEGIN' } },
    ]);
  });

  it('that is too long, or gone meanwhile, is not taken', async () => {
    const gone = {
      name: 'gone',
      size: 9,
      arrayBuffer: () => Promise.reject(new Error('NotFoundError')),
    };
    expect([await readKeyFile(fileOf(new Uint8Array(100_001))), await readKeyFile(gone)]).toEqual([
      { kind: 'complaint', complaint: 'That is too long to be one: at most 100 kB.' },
      { kind: 'complaint', complaint: 'The file can not be read.' },
    ]);
  });
});

describe('the window', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('marks a certificate near its end and a secret that is refused, and replaces either', async () => {
    const page = await stage.open('servicePrincipals');
    const [expiring, refused] = [
      page.getByRole('listitem').filter({ hasText: 'contoso-pipeline' }),
      page.getByRole('listitem').filter({ hasText: guid('5c', 2) }),
    ];
    expect(await expiring.innerText()).toMatch(/Certificate expires .*\d{4}/);
    await refused.getByRole('button', { name: 'Replace credential…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Replace the credential' });
    await dialog.getByRole('textbox', { name: 'Client secret' }).fill('new');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expiring.getByRole('button', { name: 'Replace…' }).click();
    expect(await dialog.getByRole('textbox', { name: 'Client ID' }).inputValue()).toBe(
      guid('5c', 1),
    );
    await dialog.getByLabel('Or paste the PEM text').fill('a certificate and a key');
    await dialog.getByRole('button', { name: 'Replace' }).click();
    await page.waitForFunction(() => window.fake.commands.length > 0);
    expect(await sentBy(page)).toEqual([
      {
        name: 'sign-in-service-principal',
        input: {
          cloud: 'AzureCloud',
          clientId: guid('5c', 1),
          tenant: pipeline(12).homeTenantId,
          label: 'contoso-pipeline',
          credential: {
            kind: 'certificate',
            format: 'pem',
            content: 'a certificate and a key',
            sendChain: false,
          },
        },
      },
    ]);
  });

  it('puts the focus on the first field that is wrong', async () => {
    const page = await stage.open('firstRun');
    await page.getByRole('button', { name: 'More ways to sign in' }).click();
    await page.getByRole('menuitem', { name: 'Service principal…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in as a service principal' });
    await dialog.getByRole('textbox', { name: 'Tenant' }).fill('contoso.com');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('A client ID looks like').waitFor();
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('placeholder'));
    expect(focused).toBe('00000000-0000-0000-0000-000000000000');
    expect(await sentBy(page)).toEqual([]);
  });
});
