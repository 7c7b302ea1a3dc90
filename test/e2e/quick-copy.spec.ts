import type { AppState } from '../../src/shared/app-state.ts';
import { tenants } from '../cloud/directory/contoso.ts';
import { isSettled, waitForState } from '../app-window.ts';
import {
  answerBrowser,
  expect,
  onPreview,
  pointAtDevelopment,
  preview,
  signInFirst,
  test,
} from './azimuth-test.ts';
import { azimuth } from './protection.ts';
import type { RunningApp, ShownNotification } from './running-app.ts';

const keys = 'Control+Alt+C';

test.beforeEach(async ({ stage }) => {
  const quickCopy = { form: 'header', audience: 'graph' };
  await stage.write('settings.json', JSON.stringify({ shortcuts: { copyToken: keys }, quickCopy }));
});

const pressKeys = (app: RunningApp): Promise<null> => preview(app).control('press-shortcut', keys);

async function lastNotification(app: RunningApp, count = 1): Promise<ShownNotification> {
  await expect.poll(async () => (await app.notifications()).length).toBe(count);
  const last = (await app.notifications()).at(-1);
  if (!last) throw new Error('nothing was said');
  return last;
}

test(
  'a shortcut copies what the settings say, and a notification says what, for whom and until when',
  onPreview,
  async ({ stage, app, page }) => {
    await pointAtDevelopment({ stage, app, page });
    await pressKeys(app);
    const { activity, usage } = await waitForState(
      page,
      ({ clipboard }) => clipboard.kind === 'token',
    );
    const { title, body } = await lastNotification(app);
    const [, token = ''] = /^Authorization: Bearer (\S+)$/.exec(await app.clipboardText()) ?? [];

    expect(stage.cloud.issued.has(token)).toBe(true);
    expect(title).toBe('Token for Microsoft Graph copied, as Authorization header');
    expect(body).toMatch(
      /^Contoso Development · Contoso · adele.vance@contoso.com\nValid until \d.*\. It leaves the clipboard after 1 min/,
    );
    expect(activity[0]).toMatchObject({ surface: 'shortcut', act: 'copied' });
    expect(Object.keys(usage.audiences)).toEqual(['graph']);
  },
);

test(
  'a desktop’s own shortcut runs a command that does the same, and is told of a locked app',
  onPreview,
  async ({ stage, app, page }) => {
    await pointAtDevelopment({ stage, app, page });
    const words = ['account', 'copy-token', '--resource-type', 'arm', '--as', 'curl'];
    const copied = await azimuth(stage.profile, words);
    await lastNotification(app);
    const text = await app.clipboardText();
    const found = await azimuth(stage.profile, ['find']);
    await waitForState(page, ({ wanted }) => wanted.palette);
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await expect.poll(() => app.clipboardText()).toBe('');
    const locked = await azimuth(stage.profile, words);

    expect(found.code).toBe(0);
    expect([copied.code, copied.stdout.split('\n')[0]]).toEqual([
      0,
      'Token for Azure Resource Manager copied, as curl command.',
    ]);
    expect(text).toMatch(
      /^curl -H 'Authorization: Bearer \S+' 'http\S+\/subscriptions\?api-version=/,
    );
    expect([locked.code, (await lastNotification(app, 2)).title]).toEqual([1, 'Azimuth is locked']);
    expect(await app.clipboardText()).toBe('');
  },
);

const fabrikamIn = ({ tenants: listed }: AppState) =>
  listed.find(({ tenantId }) => tenantId === tenants.fabrikam.id)?.status.kind;

test(
  'a tenant that wants more is a notification; only its click opens the browser, and then the keys work',
  onPreview,
  async ({ stage, app, page }) => {
    stage.cloud.setTokenLifetime(30);
    await signInFirst({ stage, app, page });
    const { subscriptions } = await waitForState(
      page,
      (state) => isSettled(state) && fabrikamIn(state) === 'ready',
    );
    const ours = subscriptions.find(({ tenantId }) => tenantId === tenants.fabrikam.id);
    await page.evaluate(
      (subscriptionKey) =>
        Reflect.get(globalThis, 'azimuth').run('choose-default', { subscriptionKey }),
      ours?.key,
    );
    await waitForState(page, ({ selection }) => selection.defaultSubscriptionKey === ours?.key);
    stage.cloud.setTenantPolicy(tenants.fabrikam, 'requires-fresh-sign-in');
    const opened = app.openedUrls().length;
    await pressKeys(app);
    const refused = await lastNotification(app);
    const before = app.openedUrls().length;
    await app.clickNotification(refused.id);
    await answerBrowser(stage, app, { as: 'Adele Vance' });
    await waitForState(page, ({ signIn }) => signIn.kind === 'idle');
    await pressKeys(app);
    await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');

    expect([before, refused.body]).toEqual([
      opened,
      expect.stringMatching(/\nClick to sign in; your browser opens\.$/),
    ]);
  },
);

test(
  'where nothing shows notifications, the window comes with why nothing was copied',
  onPreview,
  async ({ stage }) => {
    const environment = { AZIMUTH_PREVIEW_NOTIFICATIONS: 'none', AZIMUTH_TRAY: 'yes' };
    const app = await stage.launch({ environment });
    const page = await app.window();
    await waitForState(page, ({ about, background }) => about.restored && background.trayShown);
    await app.closeWindow();
    await expect.poll(() => page.isClosed()).toBe(true);
    await pressKeys(app);
    const again = await app.window();

    await waitForState(again, ({ token }) => token.kind === 'failed');
    expect(await app.notifications()).toEqual([]);
  },
);
