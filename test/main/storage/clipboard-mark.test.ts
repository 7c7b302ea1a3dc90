import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markSecrets } from '../../../src/main/storage/clipboard-mark.ts';
import { createFakeClipboard, createFakeLog } from '../core/fakes.ts';
import { filesIn, modeOf, temporaryFolder } from './temporary-folder.ts';

const secret = 'eyJ0eXAiOiJKV1QifQ.a-token.of-ours';

/** A run of the program that copied a secret and crashed. */
async function crashed() {
  const folder = await temporaryFolder();
  const clipboard = createFakeClipboard();
  await markSecrets(clipboard, folder, createFakeLog()).writeSecret(secret);
  const next = markSecrets(clipboard, folder, createFakeLog());
  return { folder, clipboard, next };
}

describe('a secret on the clipboard', () => {
  test('that a crash left behind is cleared by the next start, and its mark is gone', async () => {
    const { folder, clipboard, next } = await crashed();
    await next.clearLeftover();

    expect([clipboard.text, [...(await filesIn(folder)).keys()]]).toEqual(['', []]);
  });

  test('that the person replaced is none of ours any more', async () => {
    const { folder, clipboard, next } = await crashed();
    clipboard.text = 'a shopping list';
    await next.clearLeftover();

    expect([clipboard.text, [...(await filesIn(folder)).keys()]]).toEqual(['a shopping list', []]);
  });

  test('stands in its mark only as a salted hash, for its owner alone', async () => {
    const { folder } = await crashed();
    const other = await crashed();
    const [mark, same] = await Promise.all(
      [folder, other.folder].map((one) => readFile(join(one, 'clipboard-mark'), 'utf8')),
    );

    expect(mark).not.toContain('token');
    expect(mark).not.toBe(same);
    if (process.platform !== 'win32') {
      expect(await modeOf(join(folder, 'clipboard-mark'))).toBe('600');
    }
  });

  test('keeps its mark while nothing can be read: a host without a clipboard starts too', async () => {
    const { folder, clipboard, next } = await crashed();
    clipboard.text = '';
    await next.clearLeftover();

    expect([...(await filesIn(folder)).keys()]).toEqual(['clipboard-mark']);
  });

  test('takes its mark along when it is cleared in time', async () => {
    const { folder, clipboard, next } = await crashed();
    await next.writeSecret('another');
    await next.clearSecret();

    expect([clipboard.text, [...(await filesIn(folder)).keys()]]).toEqual(['', []]);
  });

  test('takes its mark along also when the person has copied something else', async () => {
    const { folder, clipboard, next } = await crashed();
    await next.writeSecret('another');
    clipboard.text = 'a shopping list';
    await next.clearSecret();

    expect([clipboard.text, [...(await filesIn(folder)).keys()]]).toEqual(['a shopping list', []]);
  });

  test('keeps its mark, and is cleared later, where the clipboard can not be looked at', async () => {
    const { folder, clipboard, next } = await crashed();
    await next.writeSecret('another');
    const { read } = clipboard;
    clipboard.read = () => Promise.reject(new Error('another program holds it'));
    await expect(next.clearSecret()).rejects.toThrow('another program holds it');
    const marked = [...(await filesIn(folder)).keys()];
    clipboard.read = read;
    await next.clearSecret();

    expect([marked, clipboard.text]).toEqual([['clipboard-mark'], '']);
  });

  test('is copied and cleared also where no mark can be written', async () => {
    const folder = join(await temporaryFolder(), 'profile');
    await writeFile(folder, 'a file in the way');
    const clipboard = createFakeClipboard();
    const log = createFakeLog();
    const marked = markSecrets(clipboard, folder, log);
    await marked.writeSecret(secret);

    expect(clipboard.text).toBe(secret);
    await marked.clearSecret();
    expect([clipboard.text, log.lines]).toEqual([
      '',
      [
        expect.stringMatching(/^a copied secret can not be marked/),
        expect.stringMatching(/^the mark of a copied secret can not be removed/),
      ],
    ]);
    expect(JSON.stringify(log.lines)).not.toContain(secret);
  });
});

test.each(['', '{', '{"salt":"no base64!"}', '{"salt":"AA==","sha256":"AA=="}'])(
  'a mark that reads %j clears nothing and is removed',
  async (content) => {
    const { folder, clipboard, next } = await crashed();
    await writeFile(join(folder, 'clipboard-mark'), content);
    await next.clearLeftover();

    expect([clipboard.text, [...(await filesIn(folder)).keys()]]).toEqual([secret, []]);
  },
);
