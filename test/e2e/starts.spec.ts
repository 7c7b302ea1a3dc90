import { execFileSync } from 'node:child_process';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { readState, waitForState } from '../app-window.ts';
import { expect, onPreview, pointAtDevelopment, preview, test } from './azimuth-test.ts';

const keys = 'Control+Alt+C';

/** Keeps a file’s content back: whoever reads it waits until the answer is called. */
async function holdBack(file: string): Promise<() => Promise<void>> {
  const content = await readFile(file);
  const held = `${file}.held`;
  await rename(file, held);
  execFileSync('mkfifo', [file]);
  return async () => {
    const pipe = await open(file, 'w');
    await rename(held, file);
    await pipe.write(content);
    await pipe.close();
  };
}

test(
  'keys that are pressed before the remembered list is there copy a token once it is',
  onPreview,
  async ({ stage }) => {
    await stage.write('settings.json', JSON.stringify({ shortcuts: { copyToken: keys } }));
    const first = await stage.launch();
    await pointAtDevelopment({ stage, app: first, page: await first.window() });
    await first.quit();
    const giveBack = await holdBack(join(stage.profile, 'accounts.vault'));
    const app = await stage.launch();
    const page = await app.window();
    await preview(app).control('press-shortcut', keys);
    const { about } = await readState(page);
    await giveBack();
    await expect.poll(async () => (await app.notifications()).length).toBe(1);
    const [said] = await app.notifications();
    await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');

    expect(about.restored).toBe(false);
    expect(said?.title).toBe('Token for Azure Resource Manager copied');
    expect(stage.cloud.issued.has(await app.clipboardText())).toBe(true);
  },
);

test(
  'a window that is closed while its page loads comes back, and the app goes on',
  onPreview,
  async ({ stage }) => {
    const app = await stage.launch({ args: ['--hidden'], environment: { AZIMUTH_TRAY: 'yes' } });
    await expect.poll(async () => (await app.trayMenu()).length).toBeGreaterThan(0);
    for (let count = 0; count < 3; count += 1) {
      await app.clickTray(['Open Azimuth']);
      await expect.poll(() => app.windows()).toHaveLength(1);
      await app.closeWindow();
      await expect.poll(() => app.windows()).toHaveLength(0);
    }
    await app.clickTray(['Open Azimuth']);
    const page = await app.window();

    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  },
);
