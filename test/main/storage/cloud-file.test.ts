import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCloudFile } from '../../../src/main/storage/cloud-file.ts';
import type { Notice } from '../../../src/shared/app-state.ts';
import type { Clouds } from '../../../src/shared/cloud.ts';
import { cloudNamed, clouds } from '../../../src/shared/cloud.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function read(content?: unknown) {
  const folder = await temporaryFolder();
  const file = join(folder, 'cloud.json');
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  if (content !== undefined) await writeFile(file, text);
  const notices: Notice[] = [];
  const opened = await openCloudFile(folder, (notice) => notices.push(notice));
  if (content !== undefined) expect(await readFile(file, 'utf8')).toBe(text);
  const cloud = cloudNamed(opened.clouds.known, opened.clouds.current);
  return { ...opened, folder, cloud, notices };
}

const stack = {
  name: 'Stack',
  authority: 'https://login.stack.example/',
  resourceManager: 'https://management.stack.example',
  audience: 'https://management.stack.example/',
};

describe('the cloud', () => {
  test('is the public one where no file names another', async () => {
    expect(await read()).toMatchObject({ cloud: clouds[0], notices: [] });
  });

  test.each(clouds.map(({ name }) => name))('can be %s by its name', async (name) => {
    const { cloud, notices } = await read({ current: name });

    expect([cloud, notices]).toEqual([clouds.find((one) => one.name === name), []]);
  });

  test('can be one of your own, which has the rest from the public one', async () => {
    const { cloud, notices } = await read({ current: 'Stack', custom: [stack] });

    expect([cloud, notices]).toEqual([
      {
        ...clouds[0],
        ...stack,
        displayName: 'Stack',
        authority: 'https://login.stack.example',
      },
      [],
    ]);
  });

  test('may bring its own client and portal', async () => {
    const own = {
      displayName: 'Our stack',
      portal: 'https://portal.stack.example',
      clientId: '11111111-2222-3333-4444-555555555555',
    };
    const { cloud } = await read({ current: 'Stack', custom: [{ ...stack, ...own }] });

    expect(cloud).toMatchObject(own);
  });

  test('is read from a file that begins with a byte order mark', async () => {
    const { cloud } = await read('\uFEFF{ "current": "AzureChinaCloud" }');

    expect(cloud?.name).toBe('AzureChinaCloud');
  });

  test.each([
    ['is no JSON', '{'],
    ['is empty', ''],
    ['names a cloud that it does not define', { current: 'Stack' }],
    ['says nothing', {}],
    [
      'leads to an address without https',
      { current: 'Stack', custom: [{ ...stack, authority: 'http://login.stack.example' }] },
    ],
    [
      'names a client that is no id',
      { current: 'Stack', custom: [{ ...stack, clientId: 'my app' }] },
    ],
  ])('of a file that %s is the public one, and the person is told', async (_why, content) => {
    const { cloud, notices } = await read(content);

    expect([cloud, notices]).toEqual([
      clouds[0],
      [
        expect.objectContaining({
          id: 'cloud',
          tone: 'warning',
          message:
            'cloud.json names no cloud that can be used, so Azure is in use. Correct the file and start again.',
        }),
      ],
    ]);
  });

  test('that can not be used says where the mistake is', async () => {
    const { notices } = await read({
      current: 'Stack',
      custom: [{ ...stack, authority: 'http://login.stack.example' }],
    });

    expect(notices[0]?.detail).toBe('✖ must be an https address\n  → at custom[0].authority');
  });
});

describe('the clouds', () => {
  test('that are kept are read back as they were', async () => {
    const first = await read({ current: 'Stack', custom: [stack] });
    const [azure, ...others] = first.clouds.known;
    const clientId = '11111111-2222-4333-8444-555555555555';
    const graph = 'https://graph.stack.example';
    const changed = {
      current: 'AzureUSGovernment',
      known: [
        { ...azure, clientId },
        ...others.map((one) => (one.name === 'Stack' ? { ...one, graph } : one)),
      ],
    } as Clouds;
    await first.save(changed);
    const later = await openCloudFile(first.folder, () => undefined);

    expect(later.clouds).toEqual(changed);
  });

  test('of a file that made no sense are kept without losing it', async () => {
    const { folder, clouds: known, save } = await read('{ broken');
    await save(known);
    const names = await readdir(folder);
    const [aside = ''] = names.filter((name) => name.startsWith('cloud.json.unreadable-'));

    expect([await readFile(join(folder, aside), 'utf8'), names.includes('cloud.json')]).toEqual([
      '{ broken',
      true,
    ]);
  });
});
