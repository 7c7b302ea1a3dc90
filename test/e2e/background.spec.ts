import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSettled, waitForState } from '../app-window.ts';
import { expect, onPreview, preview, signInFirst, test } from './azimuth-test.ts';

test(
  'the window opens where it was, inside of the display that is there',
  onPreview,
  async ({ stage }) => {
    const bounds = { x: 1_700, y: 40, width: 900, height: 600 };
    await stage.write('window.json', JSON.stringify({ bounds, maximized: false }));
    const app = await stage.launch();
    await app.window();
    const [shown] = await app.windows();
    await app.quit();

    const place = { ...bounds, x: 1_020 };
    expect(shown?.bounds).toEqual(place);
    expect(JSON.parse(await readFile(join(stage.profile, 'window.json'), 'utf8'))).toEqual({
      bounds: place,
      maximized: false,
    });
  },
);

test(
  'what failed without a network is read again once there is one',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await preview(app).setOnline(false);
    await waitForState(page, ({ online }) => !online);
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await waitForState(page, ({ accounts }) => accounts[0]?.session.kind === 'unreachable');
    await preview(app).setOnline(true);

    const { online, tenants } = await waitForState(
      page,
      (state) => isSettled(state) && state.accounts[0]?.session.kind === 'active',
    );
    expect([online, tenants.length > 1]).toEqual([true, true]);
  },
);
