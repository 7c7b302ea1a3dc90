import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicationSecrets } from '../cloud/directory/application-secrets.ts';
import type { Application } from '../cloud/start.ts';
import { findLeaks } from '../leaks.ts';
import type { Place, Ran } from './host.ts';
import { client, openPlace } from './host.ts';

let place: Place;
let folder: string;
beforeAll(async () => {
  place = await openPlace();
  folder = await mkdtemp(join(tmpdir(), 'azimuth-certificate-'));
  await place.startHost();
});
afterAll(async () => {
  await place.close();
  await rm(folder, { recursive: true });
});

const login = (application: Application, ...words: string[]) => [
  ...['login', '--service-principal', '-u', application.id, '--tenant', application.tenant],
  ...words,
];

/** With a secret that another program writes into the client's stdin. */
const fed = (secret: string, words: readonly string[]) =>
  place.run('sh', ['-c', 'printf "%s\n" "$SECRET" | sh "$@"', 'sh', client, ...words], {
    ...place.environment,
    SECRET: secret,
  });

const rowsOf = ({ code, stdout }: Ran): unknown => {
  if (code !== 0) return code;
  const rows = JSON.parse(stdout) as readonly { readonly name: string; readonly user: unknown }[];
  return rows.map(({ name, user }) => [name, user]);
};

test('a secret comes from stdin or an argument, and what is listed is the application’s', async () => {
  const { contosoDeploy } = place.cloud.directory.applications;
  const { secret } = contosoDeploy.credential;
  const user = { name: contosoDeploy.id, type: 'servicePrincipal' };
  const expected = [
    ['Contoso Production', user],
    ['Contoso Development', user],
  ];
  expect(rowsOf(await fed(secret, login(contosoDeploy)))).toEqual(expected);
  expect(rowsOf(await fed(secret, login(contosoDeploy, '-p', '-')))).toEqual(expected);
  expect(rowsOf(await place.azimuth(...login(contosoDeploy, `--password=${secret}`)))).toEqual(
    expected,
  );

  const shown = JSON.parse((await place.azimuth('account', 'show')).stdout) as object;
  expect(shown).toMatchObject({ name: 'Contoso Production', user });
  const { code, stdout } = await place.azimuth('account', 'get-access-token');
  const { accessToken } = JSON.parse(stdout) as { readonly accessToken: string };
  expect([code, place.cloud.issued.has(accessToken)]).toEqual([0, true]);

  expect(await place.azimuth('logout', '--username', contosoDeploy.id)).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  expect((await place.azimuth('account', 'list')).stdout).toBe('[]\n');
});

test('a certificate is a file of the folder in which the command was typed', async () => {
  const { fabrikamPipeline } = place.cloud.directory.applications;
  const { certificate, privateKey } = fabrikamPipeline.credential;
  await writeFile(join(folder, 'pipeline.pem'), `${privateKey}\n${certificate}`);
  const words = login(fabrikamPipeline, '--certificate', 'pipeline.pem', '--use-cert-sn-issuer');
  const ran = await place.run('sh', [
    '-c',
    'cd "$0" && exec sh "$@"',
    folder,
    ...[client, ...words],
  ]);
  const user = { name: fabrikamPipeline.id, type: 'servicePrincipal' };
  expect(rowsOf(ran)).toEqual([['Fabrikam Production', user]]);
  await place.azimuth('logout', '-u', fabrikamPipeline.id);
});

test('a federated token is an argument', async () => {
  const { prosewareWorkflow } = place.cloud.directory.applications;
  const token = await place.cloud.federatedToken(prosewareWorkflow);
  const ran = await place.azimuth(...login(prosewareWorkflow, '--federated-token', token));
  const user = { name: prosewareWorkflow.id, type: 'servicePrincipal' };
  expect(rowsOf(ran)).toEqual([['Proseware Studio', user]]);
  await place.azimuth('logout', '-u', prosewareWorkflow.id);
});

test('what can not work is refused in one line, and nobody is signed in', async () => {
  const { contosoDeploy, contosoNightly } = place.cloud.directory.applications;
  const said = async (...words: string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await place.azimuth(...words);
    return [code, stdout, stderr];
  };
  const certificate = ['--certificate', '/no/such/file'];
  const folderOption = ['--certificate', folder];
  expect([
    await said('login', '--service-principal', '-u', contosoDeploy.id),
    await said('login', '-p', 'secret'),
    await said(...login(contosoDeploy, '-p', 'secret', '--federated-token', 'a.b.c')),
    await said(...login(contosoDeploy, ...certificate)),
    await said(...login(contosoDeploy, ...folderOption)),
    // Before anything is asked.
    await said(...login({ ...contosoDeploy, id: 'no-guid' })),
    await said(...login(contosoDeploy)),
  ]).toEqual(
    [
      'usage error: --service-principal --username CLIENT_ID --tenant TENANT',
      'usage error: --password, --certificate and --federated-token go with --service-principal',
      'usage error: --federated-token | --password SECRET | --certificate FILE',
      "The certificate file '/no/such/file' can not be read.",
      `The certificate file '${folder}' can not be read.`,
      'A client ID looks like 00000000-0000-0000-0000-000000000000.',
      'Secret: \nERROR: Type the secret.',
    ].map((line) => [1, '', line.startsWith('Secret') ? `${line}\n` : `ERROR: ${line}\n`]),
  );

  const wrong = await fed('wrong', login(contosoDeploy));
  const { secret } = contosoNightly.credential;
  const expired = await fed(secret, login(contosoNightly));
  expect([wrong.code, expired.code]).toEqual([1, 1]);
  expect(wrong.stderr).toMatch(/ERROR: AADSTS7000215: Invalid client secret/);
  expect(expired.stderr).toMatch(/ERROR: AADSTS7000222: /);
  expect((await place.azimuth('account', 'list')).stdout).toBe('[]\n');
});

test('no secret, key or token was printed or written', async () => {
  const { issued, directory } = place.cloud;
  const secrets = [...issued, ...applicationSecrets(directory.applications)];
  // What the test itself gave as an argument is in the names, not in the texts, of what was printed.
  const printed = Object.fromEntries(Object.values(place.printed).entries());
  expect(await findLeaks(secrets, place.profile, printed)).toEqual([]);
});
