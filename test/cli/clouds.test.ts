import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Place, Ran } from './host.ts';
import { openPlace } from './host.ts';

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  await place.startHost();
});
afterAll(() => place.close());

const cloud = (...words: string[]) => place.azimuth('cloud', ...words);

const told = ({ code, stderr }: Ran): readonly unknown[] => [code, stderr];

/** The names of `cloud list`, with a star at the active one. */
async function names(): Promise<readonly string[]> {
  const { stdout } = await cloud('list');
  const rows = JSON.parse(stdout) as readonly { name: string; isActive: boolean }[];
  return rows.map(({ name, isActive }) => (isActive ? `${name}*` : name));
}

test('clouds are listed as az lists them', async () => {
  expect([await names(), (await cloud('list', '-o', 'table')).stdout]).toEqual([
    ['AzureCloud', 'AzureUSGovernment', 'AzureChinaCloud', 'Simulated*'],
    [
      'IsActive    Name               Profile',
      '----------  -----------------  ---------',
      'False       AzureCloud         latest',
      'False       AzureUSGovernment  latest',
      'False       AzureChinaCloud    latest',
      'True        Simulated          latest',
      '',
    ].join('\n'),
  ]);
});

test('one is shown with the endpoints that az has for it', async () => {
  expect(JSON.parse((await cloud('show', '-n', 'AzureCloud')).stdout)).toMatchObject({
    endpoints: {
      activeDirectory: 'https://login.microsoftonline.com',
      activeDirectoryResourceId: 'https://management.core.windows.net/',
      microsoftGraphResourceId: 'https://graph.microsoft.com/',
      resourceManager: 'https://management.azure.com/',
    },
    isActive: false,
    profile: 'latest',
    suffixes: { keyvaultDns: '.vault.azure.net', sqlServerHostname: '.database.windows.net' },
  });
});

test('one is registered by its Resource Manager, made the active one, and unregistered', async () => {
  const { resourceManager } = place.cloud;
  const endpoint = ['--endpoint-resource-manager', resourceManager];
  const registered = await cloud('register', '-n', 'Stack', ...endpoint);
  const again = await cloud('register', '-n', 'stack', ...endpoint);
  const switched = await cloud('set', '--name', 'STACK');
  const active = await names();
  const early = await cloud('unregister', '-n', 'Stack');
  await cloud('set', '-n', 'Simulated');
  const late = await cloud('unregister', '-n', 'Stack');

  expect([registered, again, switched, early, late].map(told)).toEqual([
    [0, ''],
    [1, "ERROR: The cloud 'stack' is already registered.\n"],
    [
      0,
      "WARNING: Switched active cloud to 'Stack'.\nWARNING: Use 'az login' to log in to this cloud.\nWARNING: Use 'az account set' to set the active subscription.\n",
    ],
    [1, "ERROR: The cloud 'Stack' cannot be unregistered as it's currently active.\n"],
    [0, ''],
  ]);
  expect([active.at(-1), await names()]).toEqual([
    'Stack*',
    ['AzureCloud', 'AzureUSGovernment', 'AzureChinaCloud', 'Simulated*'],
  ]);
});

test('what can not be is refused, and nothing changes', async () => {
  const before = await names();
  const answers = [
    await cloud('show', '-n', 'Nope'),
    await cloud('set', '-n', 'Nope'),
    await cloud('unregister', '-n', 'AzureChinaCloud'),
    await cloud('register', '-n', 'Stack', '--endpoint-resource-manager', 'http://stack.example'),
    await cloud('register', '-n', 'Stack', '--endpoint-resource-manager', place.cloud.authority),
    await cloud('update', '-n', 'AzureCloud', '--client-id', 'my app'),
  ];

  expect(answers.map(told)).toEqual([
    [1, "ERROR: The cloud 'Nope' is not registered.\n"],
    [1, "ERROR: The cloud 'Nope' is not registered.\n"],
    [1, "ERROR: The cloud 'AzureChinaCloud' cannot be unregistered as it's not a custom cloud.\n"],
    [1, 'ERROR: Only https is safe enough: the address begins with https://.\n'],
    [1, expect.stringContaining('is no Azure Resource Manager')],
    [1, 'ERROR: A client ID looks like 00000000-0000-0000-0000-000000000000.\n'],
  ]);
  expect(await names()).toEqual(before);
});

test('login signs in to the active cloud; lists are of it, unless all are asked for', async () => {
  const { users } = place.cloud.directory;
  await place.signIn(users.adele);
  await cloud('set', '-n', 'AzureCloud');
  const here = await place.azimuth('account', 'list');
  const everywhere = await place.azimuth('account', 'list', '--all');
  await cloud('set', '-n', 'Simulated');
  const clouds = (JSON.parse(everywhere.stdout) as readonly { cloudName: string }[]).map(
    ({ cloudName }) => cloudName,
  );

  expect([here.stdout, new Set(clouds)]).toEqual(['[]\n', new Set(['Simulated'])]);
});
