import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  azureCliFolderOf,
  openAzureCliFolder,
} from '../../../src/main/storage/azure-cli-folder.ts';
import { adele, adelesDefault, contoso, entry, guid } from './azure-cli-fixture.ts';
import { modeOf, temporaryFolder } from './temporary-folder.ts';

const mark = '\uFEFF';

/** A folder of Azure CLI's with some files in it. */
async function folderWith(files: Readonly<Record<string, string>> = {}) {
  const folder = join(await temporaryFolder(), '.azure');
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const azureCli = openAzureCliFolder(folder);
  const profile = async () => {
    const text = await readFile(join(folder, 'azureProfile.json'), 'utf8');
    return { hasMark: text.startsWith(mark), document: JSON.parse(text.replace(mark, '')) };
  };
  return {
    folder,
    azureCli,
    profile,
    read: (name: string) => readFile(join(folder, name), 'utf8'),
  };
}

const profileOf = (...subscriptions: readonly object[]): string =>
  mark + JSON.stringify({ installationId: 'i', subscriptions });

describe('where Azure CLI keeps its files', () => {
  it.each([
    [{}, '/home/adele/.azure'],
    [{ AZURE_CONFIG_DIR: '' }, '/home/adele/.azure'],
    [{ AZURE_CONFIG_DIR: '/srv/az' }, '/srv/az'],
  ])('is with %j %s', (environment, folder) => {
    expect(azureCliFolderOf(environment, '/home/adele')).toBe(folder);
  });
});

describe('a look into the folder of Azure CLI', () => {
  it.each([
    ['with', mark],
    ['without', ''],
  ])('finds who is there, %s a byte order mark', async (_, start) => {
    const text = JSON.stringify({ subscriptions: [entry({ id: guid(1) })] });
    const { azureCli, folder } = await folderWith({ 'azureProfile.json': start + text });

    expect(await azureCli.look()).toEqual({
      kind: 'read',
      folder,
      profile: {
        kind: 'accounts',
        accounts: [
          {
            kind: 'user',
            cloud: 'AzureCloud',
            username: adele,
            tenantId: contoso,
            subscriptions: 1,
          },
        ],
      },
      secretFiles: [],
    });
  });

  it('finds nobody where there is no folder, no profile or an empty one', async () => {
    const looks = [
      openAzureCliFolder(join(await temporaryFolder(), 'none')).look(),
      (await folderWith()).azureCli.look(),
      (await folderWith({ 'azureProfile.json': '' })).azureCli.look(),
      (await folderWith({ 'azureProfile.json': mark })).azureCli.look(),
    ];

    expect((await Promise.all(looks)).map((one) => one.kind === 'read' && one.profile)).toEqual(
      Array.from({ length: 4 }, () => ({ kind: 'none' })),
    );
  });

  it.each([
    ['cut short', `${mark}{"subscriptions": [{"id": "`],
    ['no object', '[1, 2]'],
    ['of another shape', '{"subscriptions": {"a": 1}}'],
  ])('says that a profile is damaged which is %s', async (_, text) => {
    const { azureCli, folder } = await folderWith({ 'azureProfile.json': text });

    expect(await azureCli.look()).toMatchObject({
      profile: {
        kind: 'unusable',
        message: `${folder}/azureProfile.json is damaged: it is not what Azure CLI writes. Azimuth leaves it as it is; “az login” makes Azure CLI write it anew.`,
      },
    });
  });

  it('says that a profile is damaged which is not UTF-8', async () => {
    const { azureCli, folder } = await folderWith();
    await writeFile(
      join(folder, 'azureProfile.json'),
      Buffer.from('{"subscriptions": [], "a": "\xe9"}', 'latin1'),
    );

    expect(await azureCli.look()).toMatchObject({ profile: { kind: 'unusable' } });
  });

  it('does not read what is larger than a profile ever is, nor what is no file', async () => {
    const [large, odd] = [await folderWith({ 'azureProfile.json': '{}' }), await folderWith()];
    await truncate(join(large.folder, 'azureProfile.json'), 50_000_000);
    expect(spawnSync('mkfifo', [join(odd.folder, 'azureProfile.json')]).status).toBe(0);

    expect([await large.azureCli.look(), await odd.azureCli.look()]).toMatchObject([
      { profile: { message: expect.stringContaining('is larger than Azure CLI ever writes it') } },
      { profile: { message: expect.stringContaining('is not a file') } },
    ]);
  });

  it('waits for a profile that is being written', async () => {
    const { azureCli, folder } = await folderWith({ 'azureProfile.json': `${mark}{"subscr` });
    const look = azureCli.look();
    await writeFile(join(folder, 'azureProfile.json'), profileOf(entry({ id: guid(1) })));

    expect(await look).toMatchObject({ profile: { kind: 'accounts' } });
  });
});

describe('the files with secrets in the open', () => {
  const token = 'a-refresh-token-in-clear';

  it('are found by name, with size and age, and not by what is in them', async () => {
    const { azureCli, folder } = await folderWith({
      'accessTokens.json': token,
      'msal_token_cache.json': token,
      'msal_token_cache.bin': token,
      'msal_http_cache.bin': token,
      'service_principal_entries.json': '[]',
    });
    await chmod(join(folder, 'accessTokens.json'), 0);
    const found = await azureCli.look();

    expect(found).toMatchObject({
      secretFiles: ['accessTokens.json', 'msal_token_cache.json'].map((name) => ({
        name,
        path: join(folder, name),
        bytes: token.length,
        modifiedAt: expect.any(Number),
        isLink: false,
      })),
    });
    expect(JSON.stringify(found)).not.toContain(token);
  });

  it('are removed one by one, and nothing else is', async () => {
    const { azureCli, folder } = await folderWith({
      'accessTokens.json': token,
      'msal_token_cache.json': token,
      'azureProfile.json': '{}',
    });
    const removed = await azureCli.removeSecretFile('accessTokens.json');

    expect([removed.ok, (await readdir(folder)).toSorted()]).toEqual([
      true,
      ['azureProfile.json', 'msal_token_cache.json'],
    ]);
  });

  it('are not removed where they are links, nor what they point at', async () => {
    const { azureCli, folder } = await folderWith();
    const elsewhere = join(folder, '..', 'elsewhere.json');
    await writeFile(elsewhere, token);
    await symlink(elsewhere, join(folder, 'accessTokens.json'));
    const found = await azureCli.look();
    const removed = await azureCli.removeSecretFile('accessTokens.json');

    expect(found).toMatchObject({ secretFiles: [{ isLink: true }] });
    expect([removed, await readFile(elsewhere, 'utf8'), await readdir(folder)]).toEqual([
      {
        ok: false,
        problem: {
          kind: 'unexpected',
          message: `${folder}/accessTokens.json is a link to another place, which Azimuth does not follow. Remove what it points at yourself.`,
        },
      },
      token,
      ['accessTokens.json'],
    ]);
  });

  it('that are gone already are no problem, and folders of their name are none of them', async () => {
    const { azureCli, folder } = await folderWith();
    await mkdir(join(folder, 'msal_token_cache.json'));

    expect([
      await azureCli.removeSecretFile('accessTokens.json'),
      await azureCli.removeSecretFile('msal_token_cache.json'),
      await readdir(folder),
    ]).toEqual([{ ok: true, value: null }, { ok: true, value: null }, ['msal_token_cache.json']]);
  });
});

describe('pointing Azure CLI', () => {
  const [one, two] = [entry({ id: guid(1), isDefault: true }), entry({ id: guid(2), odd: '日本' })];

  it('moves the default in both files and keeps the rest, the mark and the modes', async () => {
    const { azureCli, folder, profile, read } = await folderWith({
      'azureProfile.json': profileOf(one, two),
      'clouds.config': '# mine: é\n[AzureCloud]\nsubscription = x\nprofile = latest\n',
    });
    await chmod(join(folder, 'azureProfile.json'), 0o640);

    expect(await azureCli.pointAt(adelesDefault(guid(2)))).toEqual({
      ok: true,
      value: { username: adele },
    });
    expect([await profile(), await read('clouds.config')]).toEqual([
      {
        hasMark: true,
        document: {
          installationId: 'i',
          subscriptions: [
            { ...one, isDefault: false },
            { ...two, isDefault: true },
          ],
        },
      },
      `# mine: é\n[AzureCloud]\nsubscription = ${guid(2)}\nprofile = latest\n`,
    ]);
    expect(await modeOf(join(folder, 'azureProfile.json'))).toBe('640');
    expect((await readdir(folder)).toSorted()).toEqual(['azureProfile.json', 'clouds.config']);
  });

  it('writes no mark where there was none', async () => {
    const text = JSON.stringify({ subscriptions: [one, two] });
    const { azureCli, profile } = await folderWith({ 'azureProfile.json': text });
    await azureCli.pointAt(adelesDefault(guid(2)));

    expect((await profile()).hasMark).toBe(false);
  });

  it('makes files that only their owner reads where Azure CLI was never used', async () => {
    const folder = join(await temporaryFolder(), 'new', '.azure');
    const done = await openAzureCliFolder(folder).pointAt(adelesDefault(guid(7)));
    const files = ['.', 'azureProfile.json', 'clouds.config'];

    expect(done.ok).toBe(true);
    expect(await Promise.all(files.map((name) => modeOf(join(folder, name))))).toEqual([
      '700',
      '600',
      '600',
    ]);
  });

  it('writes through a link to where the profile really is', async () => {
    const { azureCli, folder } = await folderWith();
    const real = join(folder, '..', 'dotfiles.json');
    await writeFile(real, profileOf(one, two));
    await symlink(real, join(folder, 'azureProfile.json'));
    await azureCli.pointAt(adelesDefault(guid(2)));

    expect(JSON.parse((await readFile(real, 'utf8')).slice(1)).subscriptions[1].isDefault).toBe(
      true,
    );
  });

  it.each([
    ['azureProfile.json', { 'azureProfile.json': '{"subscr' }],
    ['clouds.config', { 'azureProfile.json': profileOf(one, two), 'clouds.config': '{}' }],
    ['clouds.config', { 'clouds.config': 'subscription = 1\n[AzureCloud]\n' }],
  ])('never overwrites a damaged %s, and then writes nothing at all', async (name, files) => {
    const { azureCli, folder } = await folderWith(files);
    const before = await contentsOf(folder);

    expect(await azureCli.pointAt(adelesDefault(guid(2)))).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining(`${folder}/${name} is damaged`) },
    });
    expect(await contentsOf(folder)).toEqual(before);
  });

  it('refuses a cloud that Azure CLI does not know, and takes one that is registered there', async () => {
    const { azureCli, folder, read } = await folderWith({ 'azureProfile.json': profileOf(one) });
    const before = await contentsOf(folder);
    const refused = await azureCli.pointAt(adelesDefault(guid(2), 'Simulated'));
    const after = await contentsOf(folder);
    await writeFile(join(folder, 'clouds.config'), '[Simulated]\nprofile = latest\n');
    await writeFile(join(folder, 'config'), '[cloud]\nname = Simulated\n');
    const taken = await azureCli.pointAt(adelesDefault(guid(2), 'Simulated'));

    expect([refused.ok, after, taken, await read('clouds.config')]).toEqual([
      false,
      before,
      { ok: true, value: { username: adele } },
      `[Simulated]\nsubscription = ${guid(2)}\nprofile = latest\n`,
    ]);
  });

  it('lets the default stay while Azure CLI is set to another cloud, and says so', async () => {
    const elsewhere = entry({ id: guid(5), environmentName: 'AzureChinaCloud', isDefault: true });
    const { azureCli, profile, read } = await folderWith({
      'azureProfile.json': profileOf(elsewhere, two),
      config: '[core]\noutput = table\n[cloud]\nname = AzureChinaCloud\n',
    });

    expect(await azureCli.pointAt(adelesDefault(guid(2)))).toEqual({
      ok: true,
      value: { username: adele, currentCloud: 'AzureChinaCloud' },
    });
    expect((await profile()).document.subscriptions).toEqual([elsewhere, two]);
    expect(await read('clouds.config')).toBe(`[AzureCloud]\nsubscription = ${guid(2)}\n`);
  });

  it('says so where it can’t write', async () => {
    const { azureCli, folder } = await folderWith({ 'azureProfile.json': profileOf(one, two) });
    await writeFile(join(folder, '..', 'file'), '');
    const inFile = openAzureCliFolder(join(folder, '..', 'file', '.azure'));

    expect(await inFile.pointAt(adelesDefault(guid(2)))).toMatchObject({ ok: false });
    expect(await azureCli.pointAt(adelesDefault(guid(2)))).toMatchObject({ ok: true });
  });

  it('loses no change of a program that writes at the same time', async () => {
    const { azureCli, folder, profile } = await folderWith({
      'azureProfile.json': profileOf(one, two),
    });
    const pointing = azureCli.pointAt(adelesDefault(guid(2)));
    await writeFile(join(folder, 'azureProfile.json'), profileOf(one, two, entry({ id: guid(3) })));
    await pointing;
    // Whoever was last has written a whole file, with the third entry in it.
    expect((await profile()).document.subscriptions).toHaveLength(3);
  });
});

async function contentsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder);
  const digests = names.map(async (name) => [
    name,
    createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex'),
  ]);
  return Object.fromEntries(await Promise.all(digests));
}
