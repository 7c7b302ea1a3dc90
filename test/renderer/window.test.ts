import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';
import { alice, fabrikam } from './directory-fixture.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

describe('the first run', () => {
  it('starts a sign-in with one key, and by code with two', async () => {
    const page = await stage.open('firstRun');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.fake.commands.length === 1);
    await page.getByRole('button', { name: 'Use a device code' }).press('Enter');
    await page.waitForFunction(() => window.fake.commands.length === 2);
    expect(await sentBy(page)).toEqual([
      { name: 'sign-in', input: { method: 'interactive' } },
      { name: 'sign-in', input: { method: 'device-code' } },
    ]);
  });

  it('refuses what can’t be a tenant in its field, and signs in to what can', async () => {
    const page = await stage.open('firstRun');
    await page.getByRole('button', { name: 'More ways to sign in' }).click();
    await page.getByRole('menuitem', { name: 'Choose a specific tenant…' }).click();
    const field = page.getByRole('textbox', { name: 'Tenant' });
    await field.fill('con toso');
    await field.press('Enter');
    await page.getByText('A tenant is named by its id or by a domain, such as').waitFor();
    expect(await sentBy(page)).toEqual([]);
    await field.fill('contoso.example');
    await page.getByRole('button', { name: 'Continue with a code' }).click();
    await page.waitForFunction(() => window.fake.commands.length > 0);
    expect(await sentBy(page)).toEqual([
      {
        name: 'sign-in',
        input: { method: 'device-code', tenant: 'contoso.example', cloud: 'AzureCloud' },
      },
    ]);
  });

  it('says aloud that nothing is kept where there is no keyring', async () => {
    const page = await stage.open('firstRunMemoryOnly');
    expect(await page.getByText('you sign in again after Azimuth closes').count()).toBe(1);
  });
});

describe('a sign-in under way', () => {
  it('can be cancelled, carried to another browser, and turned into a code', async () => {
    const page = await stage.open('firstRunBrowser');
    await page.getByRole('button', { name: 'Copy sign-in link' }).click();
    await page.getByText('Sign-in link copied').first().waitFor();
    await page.getByRole('button', { name: 'Use a device code instead' }).click();
    await page.waitForFunction(() => window.fake.commands.length === 3);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await sentBy(page)).toEqual([
      { name: 'copy-sign-in-link', input: {} },
      { name: 'cancel-sign-in', input: {} },
      { name: 'sign-in', input: { method: 'device-code', cloud: 'AzureCloud' } },
      { name: 'cancel-sign-in', input: {} },
    ]);
  });

  it('that nobody answers for half a minute says what may hold the page up, and what helps', async () => {
    const page = await stage.open('signedIn');
    await page.clock.install();
    await page.evaluate(() => window.fake.change({ signIn: window.states.browser().signIn }));
    const card = page.getByRole('dialog', { name: 'Continue in your browser' });
    await card.getByText('Another browser or profile?').waitFor();
    await page.clock.runFor(29_000);
    const early = await card.getByText('AADSTS700016').count();
    await page.clock.runFor(2_000);
    await card.getByText('AADSTS700016').waitFor();
    await card.getByRole('button', { name: 'Use your own application…' }).click();
    await page.getByRole('textbox', { name: 'Client ID' }).waitFor();
    expect([early, await sentBy(page)]).toEqual([0, [{ name: 'cancel-sign-in', input: {} }]]);
  });

  it('shows the code, where to type it, and how long it works', async () => {
    const page = await stage.open('firstRunCode');
    expect(await page.getByText('CXP4GKDTN').count()).toBe(1);
    expect(await page.getByText('microsoft.com').count()).toBe(1);
    expect(await page.getByRole('timer').innerText()).toMatch(/The code works for 1[34]:\d\d/);
    await page.getByRole('button', { name: 'Copy code' }).click();
    await page.getByRole('button', { name: 'Open page' }).click();
    expect((await sentBy(page)).map(({ name }) => name)).toEqual([
      'copy-user-code',
      'open-device-page',
    ]);
  });

  it('keeps the focus with what goes on, from the first click to the list', async () => {
    const page = await stage.open('firstRun');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const seen: string[] = [];
    for (const state of ['firstRunBrowser', 'firstRunFailed', 'firstRun', 'signedIn'] as const) {
      await page.evaluate((name) => window.fake.change(window.states[name]()), state);
      await page.evaluate(() => Promise.resolve());
      seen.push((await focused()).slice(0, 24));
    }
    expect(seen).toEqual([
      'Continue in your browser',
      'You are not signed in ye',
      'Sign in',
      'Default subscriptionCont',
    ]);
  });

  it('lies over the window without locking it, and Escape cancels it', async () => {
    const page = await stage.open('signedIn');
    await page.evaluate(() => window.fake.change({ signIn: window.states.code().signIn }));
    const card = page.getByRole('dialog', { name: 'Type this code on the sign-in page' });
    await card.waitFor();
    expect(await card.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await card.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('Escape');
    expect((await sentBy(page)).at(-1)).toEqual({ name: 'cancel-sign-in', input: {} });
  });

  it('that failed says why, offers its remedy, and shows the service’s words on demand', async () => {
    const page = await stage.open('failed');
    await page.getByText('This account is not known in northwind.example').waitFor();
    expect(await page.getByText('AADSTS50020').count()).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: 'Details' }).click();
    expect(await page.getByText('AADSTS50020').count()).toBe(2);
    for (const name of ['Copy details', 'Use another account', 'Try again', 'Dismiss'])
      await page.getByRole('dialog').getByRole('button', { name }).click();
    expect(await sentBy(page)).toEqual([
      { name: 'copy-detail', input: { of: { kind: 'sign-in-problem' } } },
      {
        name: 'sign-in',
        input: { method: 'interactive', cloud: 'AzureCloud', tenant: 'northwind.example' },
      },
      {
        name: 'sign-in',
        input: {
          method: 'interactive',
          cloud: 'AzureCloud',
          tenant: 'northwind.example',
          username: alice.username,
        },
      },
      { name: 'dismiss-sign-in', input: {} },
    ]);
  });

  it('is announced when it works', async () => {
    const page = await stage.open('firstRunBrowser');
    await page.evaluate(() => window.fake.change(window.states.signedIn()));
    const status = page.getByRole('status', { name: 'Announcements' });
    await page.waitForFunction(() => document.querySelector('[role=treegrid]') !== null);
    expect(await status.innerText()).toBe('Signed in as alice@contoso.example.');
  });
});

describe('an account', () => {
  it('is signed out only after a question', async () => {
    const page = await stage.open('signedIn');
    await page.getByRole('button', { name: 'Actions for alice@contoso.example' }).click();
    await page.getByRole('menuitem', { name: 'Sign out…' }).click();
    expect(await sentBy(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await sentBy(page)).toEqual([{ name: 'sign-out', input: { accountKey: alice.key } }]);
  });

  it('whose sign-in ends soon says when, and renews it at the tenant that wants that', async () => {
    const page = await stage.open('sessionEndsSoon');
    const accounts = page.getByRole('list', { name: 'Accounts' });
    expect(await accounts.getByText(/^Sign-in ends \d/).count()).toBe(1);
    await accounts.getByRole('button', { name: 'Sign in', exact: true }).click();
    const notice = page.getByRole('group').filter({ hasText: 'will want a fresh sign-in' });
    await notice.getByRole('button', { name: 'Sign in to this tenant' }).click();
    const input = { method: 'interactive', tenant: fabrikam.tenantId, accountKey: alice.key };
    expect(await sentBy(page)).toEqual([
      { name: 'sign-in', input },
      { name: 'sign-in', input },
    ]);
  });

  it('that is personal and a guest nowhere is told so, alone and beside others', async () => {
    const words = /^No tenant has invited this personal account yet/;
    const alone = await stage.open('personalAlone');
    await alone.getByText(words).waitFor();
    const beside = await stage.open('personalBeside');
    await beside
      .getByRole('row', { name: /Mona Kane/ })
      .getByText(words)
      .waitFor();
  });

  it('whose session ended offers to sign in again', async () => {
    const page = await stage.open('sessionEnded');
    await page.getByRole('button', { name: 'Sign in again' }).click();
    expect(await sentBy(page)).toEqual([
      { name: 'sign-in', input: { method: 'interactive', accountKey: alice.key } },
    ]);
  });
});

describe('the rest of the window', () => {
  it('says that the default is gone and leads to the list', async () => {
    const page = await stage.open('defaultLost');
    await page.getByRole('alert').getByText('Your default subscription is gone').waitFor();
    await page.getByRole('button', { name: 'Choose another' }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'treegrid');
  });

  it('never swallows a command that fails, nor a bridge that breaks', async () => {
    const page = await stage.open('signedIn');
    await page.evaluate(() =>
      window.fake.answer('refresh', {
        ok: false,
        problem: { kind: 'offline', message: 'Azure could not be reached.' },
      }),
    );
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('Azure could not be reached.').first().waitFor();
    await page.evaluate(() => window.fake.answer('refresh', new Error('gone')));
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('Azimuth could not do that.').first().waitFor();
  });

  it('changes a setting when its field is left, and refuses what is out of bounds', async () => {
    const page = await stage.open('signedIn');
    await page.getByRole('button', { name: 'Settings' }).click();
    const seconds = page.getByRole('textbox', { name: /clipboard/ });
    await seconds.fill('2');
    await seconds.press('Enter');
    await page.getByText('A whole number from 5 to 3,600.').waitFor();
    await seconds.fill('30');
    await seconds.press('Tab');
    await page.getByRole('radio', { name: 'Dark' }).click();
    expect((await sentBy(page)).filter(({ name }) => name === 'change-settings')).toEqual([
      { name: 'change-settings', input: { clipboardSeconds: 30 } },
      { name: 'change-settings', input: { theme: 'dark' } },
    ]);
  });

  it('lists hand-outs newest first and closes its panel on Escape', async () => {
    const page = await stage.open('tokenIssued');
    const opener = page.getByRole('button', { name: 'Activity' });
    await opener.click();
    const lines = await page.getByRole('list', { name: /newest first/ }).innerText();
    expect(lines.indexOf('Copied for Microsoft Graph')).toBeLessThan(
      lines.indexOf('Issued for Azure Resource Manager'),
    );
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Activity');
  });

  it('dismisses a notice', async () => {
    const page = await stage.open('sessionEnded');
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    expect(await sentBy(page)).toEqual([{ name: 'dismiss-notice', input: { noticeId: 'n1' } }]);
  });

  it('runs under the strict policy without one violation', async () => {
    const complaints: string[] = [];
    const page = await stage.open('tokenIssued');
    page.on('console', (message) => complaints.push(message.text()));
    await page.reload();
    await page.getByRole('button', { name: 'Get token' }).click();
    await page.getByRole('button', { name: 'Add account' }).click();
    await page.getByRole('menuitem', { name: 'Choose a specific tenant…' }).click();
    await page.getByRole('textbox', { name: 'Tenant' }).fill('x y');
    await page.keyboard.press('Enter');
    await page.getByText('A tenant is named').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
