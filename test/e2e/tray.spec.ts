import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { MenuEntry } from './running-app.ts';
import type { RunningApp } from './launch.ts';
import type { TrayFacts } from '../preview/control.ts';
import { isSettled, readState, waitForState } from '../app-window.ts';
import type { Running } from './azimuth-test.ts';
import { expect, onPreview, preview, signInFirst, test } from './azimuth-test.ts';
import { startDisplay } from '../preview/display.ts';
import { azimuth, isLocked, isOpen } from './protection.ts';

/** The tray as it is once it is as wanted. */
async function tray(
  app: RunningApp,
  wanted: (facts: TrayFacts) => boolean = () => true,
): Promise<TrayFacts> {
  let facts: TrayFacts | undefined;
  await expect
    .poll(async () => {
      [facts] = await preview(app).control('trays', null);
      return facts !== undefined && wanted(facts);
    })
    .toBe(true);
  if (!facts) throw new Error('there is no tray');
  return facts;
}

const labelsIn = (menu: readonly MenuEntry[] = [], ...path: readonly string[]): string[] => {
  const [first, ...rest] = path;
  if (first === undefined) return menu.map(({ label }) => label).filter((label) => label !== '');
  return labelsIn(menu.find(({ label }) => label === first)?.submenu, ...rest);
};

const development = ['Switch to', 'Contoso Development'];
const isListed = ({ menu }: TrayFacts): boolean =>
  labelsIn(menu, 'Switch to').includes('Contoso Development');

/** Signed in, with a default that the tray chose. */
async function pointAtDevelopment(running: Running): Promise<void> {
  await signInFirst(running);
  await tray(running.app, isListed);
  await running.app.clickTray(development);
}

test(
  'the tray switches the default, and the window, the tooltip and its own menu follow',
  onPreview,
  async ({ stage, app, page }) => {
    const before = await tray(app);
    await pointAtDevelopment({ stage, app, page });
    await waitForState(page, ({ selection }) => selection.defaultSubscriptionKey !== undefined);
    const after = await tray(app, ({ toolTip }) => toolTip.includes('Contoso Development'));

    expect([before.icon, before.toolTip]).toEqual([
      'linux/ready-on-light.png',
      'Azimuth\nNobody is signed in',
    ]);
    expect(after.toolTip).toMatch(/^Azimuth\nContoso Development\nContoso · adele.vance@/);
    expect(labelsIn(after.menu).slice(0, 2)).toEqual([
      'Contoso Development',
      expect.stringMatching(/^Contoso · adele.vance@/),
    ]);
    const chosen = after.menu
      .find(({ label }) => label === 'Switch to')
      ?.submenu?.filter(({ checked }) => checked);
    expect(labelsIn(chosen)).toEqual(['Contoso Development']);
  },
);

test(
  'the tray copies a token without the window, says so, and writes it into the record',
  onPreview,
  async ({ stage, app, page }) => {
    await pointAtDevelopment({ stage, app, page });
    await tray(app, ({ menu }) => labelsIn(menu).includes('Copy token for'));
    await app.clickTray(['Copy token for', 'Microsoft Graph']);
    const { activity } = await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');
    await expect.poll(async () => (await app.notifications()).length).toBe(1);
    const [notification] = await app.notifications();

    expect([...stage.cloud.issued]).toContain(await app.clipboardText());
    expect(activity[0]).toMatchObject({
      surface: 'tray',
      act: 'copied',
      audience: { kind: 'known', id: 'graph' },
    });
    expect(notification?.title).toBe('Token for Microsoft Graph copied');
    expect(notification?.body).toMatch(
      /^Contoso Development · Contoso · adele.vance@.*\nValid until /,
    );
    expect(notification?.body).not.toContain(await app.clipboardText());
  },
);

test(
  'a production token waits for a person in the window, and is then on the desktop’s own clipboard',
  onPreview,
  async ({ stage }) => {
    const display = await startDisplay();
    if (!display) throw new Error('install Xvfb');
    const environment = {
      ...display.env,
      AZIMUTH_PREVIEW_WINDOW: 'headless',
      AZIMUTH_TRAY: 'yes',
    };
    try {
      const app = await stage.launch({ environment });
      const first = await app.window();
      await pointAtDevelopment({ stage, app, page: first });
      await waitForState(first, ({ selection }) => selection.defaultSubscriptionKey !== undefined);
      const words = ['context', 'create', '--name', 'live', '--production', '--confirm'];
      const created = await azimuth(stage.profile, words);
      await app.closeWindow();
      await expect.poll(() => first.isClosed()).toBe(true);
      await tray(app, ({ toolTip }) => toolTip.includes('Production: '));
      await app.clickTray(['Copy token for', 'Azure Resource Manager']);
      const page = await app.window();
      const question = page.getByRole('alertdialog', { name: 'Hand out a token of production?' });
      await question.getByText('Tray', { exact: true }).waitFor();
      const before = await app.clipboardText();
      await question.getByRole('button', { name: 'Allow for 15 minutes' }).click();
      await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');
      const pasted = await promisify(execFile)('xclip', ['-selection', 'clipboard', '-o'], {
        env: { ...process.env, ...display.env },
      });

      expect([created.code, before, stage.cloud.issued.has(pasted.stdout)]).toEqual([0, '', true]);
    } finally {
      await display.stop();
    }
  },
);

test(
  'a token that can’t be had is no token: the notification says why, and leads to the window',
  onPreview,
  async ({ stage, app, page }) => {
    await pointAtDevelopment({ stage, app, page });
    await tray(app, ({ menu }) => labelsIn(menu).includes('Copy token for'));
    await app.setClipboardText('mine');
    await stage.cloud.close();
    await app.clickTray(['Copy token for', 'Storage']);
    await expect.poll(async () => (await app.notifications()).length).toBe(1);

    expect(await app.clipboardText()).toBe('mine');
    expect((await app.notifications())[0]?.title).not.toMatch(/copied/);
    expect((await readState(page)).token.kind).toBe('failed');
  },
);

test(
  'the tray locks and unlocks, tells nothing while it is locked, and shows it',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await tray(app, ({ menu }) => labelsIn(menu).includes('Lock'));
    await app.clickTray(['Lock']);
    await isLocked(page);
    const locked = await tray(app, ({ icon }) => icon.includes('locked'));
    await app.clickTray(['Unlock…']);
    await isOpen(page);
    const open = await tray(app, ({ icon }) => !icon.includes('locked'));

    expect([locked.toolTip, labelsIn(locked.menu)]).toEqual([
      'Azimuth\nLocked',
      ['Unlock…', 'Open Azimuth', 'Quit Azimuth'],
    ]);
    expect(labelsIn(open.menu)).toContain('Switch to');
  },
);

test(
  'the tray leads to the settings and to the search',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await tray(app, ({ menu }) => labelsIn(menu).includes('Settings…'));
    await app.clickTray(['Settings…']);
    await expect(page.getByRole('complementary').getByText('Background')).toBeVisible();
    await app.clickTray(['Switch to', 'Find…']);
    const palette = await preview(app).palette();
    await expect(palette.getByRole('combobox', { name: /^Find a subscription/ })).toBeFocused();
    expect((await readState(page)).wanted.page).toBeUndefined();
  },
);

test('the icon follows the panel’s theme and the network', onPreview, async ({ app, page }) => {
  await waitForState(page, ({ about }) => about.restored);
  await app.setTheme('dark');
  await tray(app, ({ icon }) => icon === 'linux/ready-on-dark.png');
  await app.setOnline(false);
  const { toolTip } = await tray(app, ({ icon }) => icon === 'linux/offline-on-dark.png');
  expect(toolTip).toBe('Azimuth\nNo network\nNobody is signed in');
});

test.describe('with 2,000 subscriptions', () => {
  test.use({ stageOptions: { tenants: 112, subscriptionsPerTenant: 20 } });

  test(
    'the menu stays short, and the last tenant is a search away',
    onPreview,
    async ({ stage, app, page }) => {
      test.slow();
      await signInFirst({ stage, app, page });
      const { subscriptions } = await waitForState(page, isSettled);
      const { menu } = await tray(app, (facts) => labelsIn(facts.menu, 'Switch to').length > 20);
      const shown = labelsIn(menu, 'Switch to');

      expect(subscriptions.length).toBeGreaterThan(2_000);
      expect(shown).toHaveLength(22);
      expect(shown.slice(-2)).toEqual([
        expect.stringMatching(/^\d+ more tenants in the window$/),
        'Find…',
      ]);
    },
  );
});
