import { isSettled, waitForState } from '../app-window.ts';
import { subscriptions } from '../cloud/directory/contoso.ts';
import { expect, onPreview, preview, signInFirst, test } from './azimuth-test.ts';
import type { Running } from './azimuth-test.ts';
import { copyToken } from './copy-token.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The app’s computer sleeps; the cloud does not. */
async function sleep({ stage, app }: Omit<Running, 'page'>, milliseconds: number): Promise<void> {
  stage.cloud.setClockOffset(milliseconds);
  await preview(app).control('sleep', milliseconds);
}

test(
  'a copied token whose time ran out in a sleep is off the clipboard at the wake, and none before its time',
  onPreview,
  async ({ stage }) => {
    await stage.write('settings.json', JSON.stringify({ clipboardSeconds: 600 }));
    const app = await stage.launch();
    const page = await app.window();
    await copyToken({ stage, app, page });
    await preview(app).control('sleep', 5 * minute);
    const early = await app.clipboardText();
    await preview(app).control('sleep', 5 * minute);
    await waitForState(page, ({ clipboard }) => clipboard.kind === 'none');

    expect([stage.cloud.issued.has(early), await app.clipboardText()]).toEqual([true, '']);
  },
);

test(
  'a list that grew old in a sleep is read again, with new tokens for those that ran out',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    const before = stage.cloud.requests.length;
    stage.cloud.changeSubscription(subscriptions.contosoDevelopment, { displayName: 'Morning' });
    await sleep({ stage, app }, 2 * hour);
    await waitForState(page, (state) =>
      state.subscriptions.some(({ displayName }) => displayName === 'Morning'),
    );
    const { accounts } = await waitForState(page, isSettled);
    const asked = stage.cloud.requests.slice(before);

    expect(accounts.map(({ session }) => session.kind)).toEqual(['active']);
    expect(asked.some(({ path }) => path.endsWith('/oauth2/v2.0/token'))).toBe(true);
    expect(asked.filter(({ status }) => status === 401)).toEqual([]);
    expect(app.openedUrls()).toHaveLength(1);
  },
);

test(
  'what fails because the network wakes later than the computer is read again once it is there',
  onPreview,
  async ({ stage, app, page }) => {
    await signInFirst({ stage, app, page });
    await preview(app).setOnline(false);
    await sleep({ stage, app }, 8 * hour);
    await waitForState(page, ({ accounts }) => accounts[0]?.session.kind === 'unreachable');
    stage.cloud.changeSubscription(subscriptions.contosoDevelopment, { displayName: 'Morning' });
    await preview(app).setOnline(true);
    await waitForState(page, (state) =>
      state.subscriptions.some(({ displayName }) => displayName === 'Morning'),
    );
    const { accounts, tenants } = await waitForState(page, isSettled);

    expect(accounts.map(({ session }) => session.kind)).toEqual(['active']);
    expect(tenants.filter(({ status }) => status.kind === 'loading')).toEqual([]);
  },
);
