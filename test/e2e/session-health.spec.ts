import { isSettled, waitForState } from '../app-window.ts';
import { answerBrowser, expect, signInFirst, test } from './azimuth-test.ts';

test('a tenant that wants fresh sign-ins is announced ahead, once it has said how often', async ({
  stage,
  app,
  page,
}) => {
  const { cloud } = stage;
  const { fabrikam } = cloud.directory.tenants;
  // Signed in twelve minutes ago.
  cloud.setClockOffset(-720_000);
  await signInFirst({ stage, app, page });
  await app.quit();
  cloud.setClockOffset(0);
  cloud.setSignInFrequency(fabrikam, 600);

  const later = await stage.launch();
  const window = await later.window();
  await waitForState(window, ({ about }) => about.restored);
  await window.getByRole('button', { name: 'Refresh' }).click();
  const refused = await waitForState(window, (state) =>
    state.tenants.some(
      ({ status }) => status.kind === 'failed' && status.problem.code === 'AADSTS70043',
    ),
  );
  expect(refused.notices.filter(({ remedy }) => remedy !== undefined)).toEqual([]);
  await waitForState(window, isSettled);
  // The ten minutes of the next sign-in begin with its token, which Entra ID dates five minutes back.
  const accountKey = refused.accounts[0]?.key ?? '';
  await window.evaluate(
    ([key, tenant]) =>
      void Reflect.get(globalThis, 'azimuth').run('sign-in', {
        method: 'interactive',
        accountKey: key,
        tenant,
      }),
    [accountKey, fabrikam.id] as const,
  );
  await answerBrowser(stage, later, { as: 'Adele Vance' });
  const notice = window.getByText(/^Fabrikam München will want a fresh sign-in from adele/);
  await expect(notice).toBeVisible();
  await expect(window.getByRole('list', { name: 'Accounts' })).toContainText(/Sign-in ends/);
  const notices = window.getByRole('group').filter({ has: notice });
  await expect(notices.getByRole('button', { name: 'Sign in to this tenant' })).toBeVisible();
  // The system says it too; a click there brings the window back, and opens nothing by itself.
  const told = (await later.notifications()).find(({ body }) => /fresh sign-in/.test(body));
  if (!told) throw new Error('the system was told nothing');
  const opened = later.openedUrls().length;
  await later.hideWindow();
  await expect.poll(async () => (await later.windows())[0]?.visible).toBe(false);
  await later.clickNotification(told.id);
  await expect.poll(async () => (await later.windows())[0]?.visible).toBe(true);
  expect(later.openedUrls()).toHaveLength(opened);
  const { tenants } = await waitForState(window, isSettled);
  expect(tenants.find(({ tenantId }) => tenantId === fabrikam.id)?.status.kind).toBe('ready');
});
