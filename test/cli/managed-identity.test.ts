import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { tenants } from '../cloud/directory/contoso.ts';
import { managedIdentities } from '../cloud/directory/managed-identities.ts';
import { findLeaks } from '../leaks.ts';
import type { Place, Ran } from './host.ts';
import { client } from './host.ts';
import { ownPlace } from './own-place.ts';

const { buildAgent, reader } = managedIdentities;
const login = (place: Place, ...words: string[]) => place.azimuth('login', '--identity', ...words);

const rowsOf = ({ code, stdout, stderr }: Ran): unknown => {
  if (code !== 0) return stderr;
  const rows = JSON.parse(stdout) as readonly { readonly name: string; readonly user: unknown }[];
  return rows.map(({ name, user }) => [name, user]);
};

const system = {
  assignedIdentityInfo: 'MSI',
  name: 'systemAssignedIdentity',
  type: 'servicePrincipal',
};

test('an app of App Service signs in with az’s words, mints, survives nothing secret, and signs out', async () => {
  const place = await ownPlace();
  const machine = await place.cloud.startMachine({
    kind: 'app-service',
    systemAssigned: buildAgent,
    userAssigned: [reader],
  });
  await place.startHost(machine.environment);

  expect(rowsOf(await login(place))).toEqual([['Contoso Development', system]]);
  const asAz = ['-c', 'set -- login --identity; . "$CLIENT"', 'az'];
  expect(rowsOf(await place.run('sh', asAz, { ...place.environment, CLIENT: client }))).toEqual([
    ['Contoso Development', system],
  ]);
  const chosen = (info: string) => ({
    assignedIdentityInfo: info,
    name: 'userAssignedIdentity',
    type: 'servicePrincipal',
  });
  const rows = (info: string) =>
    ['Contoso Development', 'Shared Services'].map((name) => [name, chosen(info)]);
  expect([
    rowsOf(await login(place, '--client-id', reader.id)),
    rowsOf(await login(place, '--resource-id', reader.resourceId)),
    // az's older spelling, which tries what kind of ID it is.
    rowsOf(await login(place, '-u', reader.objectId)),
  ]).toEqual([
    rows(`MSIClient-${reader.id}`),
    rows(`MSIResource-${reader.resourceId}`),
    rows(`MSIObject-${reader.objectId}`),
  ]);

  const { code, stdout } = await place.azimuth('account', 'get-access-token');
  const { accessToken, tenant } = JSON.parse(stdout) as Record<string, string>;
  expect([code, tenant, place.cloud.issued.has(accessToken ?? '')]).toEqual([
    0,
    tenants.contoso.id,
    true,
  ]);
  expect(await place.azimuth('logout', '-u', 'userAssignedIdentity')).toMatchObject({ code: 0 });
  expect(rowsOf(await place.azimuth('account', 'list'))).toEqual([['Contoso Development', system]]);
  expect(await findLeaks([...place.cloud.issued], place.profile, place.printed)).toEqual([]);
});

test('the metadata service of a virtual machine is asked past every proxy', async () => {
  const place = await ownPlace();
  const machine = await place.cloud.startMachine({ kind: 'imds', systemAssigned: buildAgent });
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => void proxy.close());
  const bound = proxy.address();
  const port = typeof bound === 'object' ? bound?.port : undefined;
  await place.startHost({
    ...machine.environment,
    NODE_USE_ENV_PROXY: '1',
    HTTP_PROXY: `http://127.0.0.1:${port}`,
    // What is not of this machine may go there, but not in this test.
    NO_PROXY: 'localhost',
  });

  expect(rowsOf(await login(place))).toEqual([['Contoso Development', system]]);
  expect(asked).toEqual([]);
});

test('a machine without an endpoint, and lines that can not work, are refused in one line', async () => {
  const place = await ownPlace();
  const machine = await place.cloud.startMachine({ kind: 'imds' });
  await place.startHost(machine.environment);
  const said = async (...words: string[]) => (await place.azimuth('login', ...words)).stderr;
  const usage = 'usage error: --identity [--client-id ID | --object-id ID | --resource-id ID]';
  expect([
    await said('--identity'),
    await said('--identity', '-u', reader.id),
    await said('--identity', '--client-id', 'reader'),
    await said('--identity', '--client-id', reader.id, '--object-id', reader.id),
    await said('--identity', '--use-device-code'),
    await said('--client-id', reader.id),
  ]).toEqual(
    [
      'No system-assigned identity is switched on for this machine. Switch it on in the portal, or name a user-assigned one.',
      'No user-assigned identity with this ID is assigned to this machine. Check the ID, or assign it in the portal.',
      'A client ID looks like 00000000-0000-0000-0000-000000000000.',
      usage,
      usage,
      'usage error: --client-id, --object-id and --resource-id go with --identity',
    ].map((line) => `ERROR: ${line}\n`),
  );
  await machine.close();
  expect(await said('--identity')).toBe(
    'ERROR: This computer has no managed identity: it is no virtual machine or app of Azure, and Azure Arc is not installed on it.\n',
  );
});

test('what hands out tokens of a person is no machine, but in Cloud Shell it is that person', async () => {
  const place = await ownPlace();
  const { adele } = place.cloud.directory.users;
  const impostor = await place.cloud.startMachine({ kind: 'app-service', person: adele });
  await place.startHost(impostor.environment);
  expect((await login(place)).stderr).toMatch(/^ERROR: .* perhaps of another Azimuth: /);
  expect((await place.azimuth('account', 'list')).stdout).toBe('[]\n');

  const shell = await ownPlace();
  const machine = await shell.cloud.startMachine({ kind: 'cloud-shell', person: adele });
  await shell.startHost(machine.environment);
  const rows = rowsOf(await login(shell)) as readonly unknown[];
  expect(rows[0]).toEqual([
    'Contoso Production',
    { cloudShellID: true, name: adele.username, type: 'user' },
  ]);
});
