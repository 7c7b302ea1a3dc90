import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';
import { contoso, production, subscriptions } from './directory-fixture.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

const [, development] = subscriptions;

const fieldOf = (page: Page): Locator =>
  page.getByRole('combobox', { name: /^Find a subscription/ });

const chosenIn = (page: Page): Locator => page.getByRole('option', { selected: true });

/** The palette, opened by its keys, with something typed. */
async function lookFor(text: string): Promise<Page> {
  const page = await stage.open('contexts');
  await page.keyboard.press('Control+k');
  await fieldOf(page).fill(text);
  return page;
}

const gone = (page: Page): Promise<void> => fieldOf(page).waitFor({ state: 'detached' });

describe('the palette', () => {
  it('shows lines also in the lowest window at 200 % zoom', async () => {
    const page = await stage.open('contexts');
    await page.setViewportSize({ width: 360, height: 240 });
    await page.keyboard.press('Control+k');
    await fieldOf(page).waitFor();
    const line = await page.getByRole('option').nth(1).boundingBox();
    const list = await page.getByRole('listbox').boundingBox();

    expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual(
      (list?.y ?? 0) + (list?.height ?? 0),
    );
  });

  it('switches to what is found, with the keyboard alone, and is gone', async () => {
    const page = await lookFor('');
    await page.keyboard.type('cont dev');
    await page.keyboard.press('Enter');
    await gone(page);

    expect(await sentBy(page)).toEqual([
      { name: 'choose-default', input: { subscriptionKey: development?.key } },
    ]);
  });

  it('copies a token of what is found, and says so', async () => {
    const page = await lookFor('cont dev');
    await page.evaluate(() =>
      window.fake.answer('issue-token', { ok: true, value: { id: 'token-7' } }),
    );
    await page.keyboard.press('Control+Enter');
    await page.getByText('Token for Azure Resource Manager copied').first().waitFor();
    await gone(page);

    expect(await sentBy(page)).toEqual([
      {
        name: 'issue-token',
        input: {
          target: { kind: 'subscription', subscriptionKey: development?.key },
          audience: { kind: 'known', id: 'resource-manager' },
        },
      },
      { name: 'copy-token', input: { tokenId: 'token-7' } },
    ]);
  });

  it('leads to where tokens are asked for when there is none', async () => {
    const page = await lookFor('cont dev');
    await page.evaluate(() =>
      window.fake.answer('issue-token', {
        ok: false,
        problem: { kind: 'offline', message: 'Azure could not be reached.' },
      }),
    );
    await page.keyboard.press('Control+Enter');
    await gone(page);
    await page.waitForFunction(() => window.fake.commands.length === 2);

    expect((await sentBy(page)).at(-1)).toEqual({ name: 'show-page', input: { page: 'token' } });
  });

  it('leads there too when the token was not copied', async () => {
    const page = await lookFor('cont dev');
    await page.evaluate(() => {
      window.fake.answer('issue-token', { ok: true, value: { id: 'token-7' } });
      window.fake.answer('copy-token', {
        ok: false,
        problem: { kind: 'clipboard', message: 'The system did not take it.' },
      });
    });
    await page.keyboard.press('Control+Enter');
    await gone(page);
    await page.waitForFunction(() => window.fake.commands.length === 3);

    expect((await sentBy(page)).at(-1)).toEqual({ name: 'show-page', input: { page: 'token' } });
  });

  it('copies the id', async () => {
    const page = await lookFor('cont dev');
    await page.keyboard.press('Control+Shift+C');
    await gone(page);

    expect(await sentBy(page)).toEqual([
      {
        name: 'copy-detail',
        input: { of: { kind: 'subscription-id', subscriptionKey: development?.key } },
      },
    ]);
  });

  it('does the same by mouse', async () => {
    const page = await lookFor('cont dev');
    await page.getByRole('button', { name: 'Copy ID' }).click();
    await gone(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: /^Contoso Production/ }).click();
    await gone(page);

    expect((await sentBy(page)).map(({ name }) => name)).toEqual(['copy-detail', 'choose-default']);
  });

  it('looks into a tenant, and out of it again', async () => {
    const page = await lookFor('contoso');
    await page.getByRole('option', { name: /^Contoso contoso.example .*Tenant$/ }).click();
    await page.getByRole('button', { name: 'No longer only in Contoso' }).waitFor();
    const inside = await page.getByRole('option').count();
    await page.keyboard.press('Backspace');
    await page
      .getByRole('option', { name: /Northwind/ })
      .first()
      .waitFor();

    expect(inside).toBe(subscriptions.filter(({ tenantKey }) => tenantKey === contoso.key).length);
  });

  it('opens a part of the window by name', async () => {
    const page = await lookFor('activity');
    await page.keyboard.press('Enter');
    await gone(page);

    expect(await sentBy(page)).toEqual([{ name: 'show-page', input: { page: 'activity' } }]);
  });

  it('goes round with the arrows, and names its line to who can’t see it', async () => {
    const page = await lookFor('');
    const first = await chosenIn(page).textContent();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('option', { name: /^Lock/, selected: true }).waitFor();
    const named = await fieldOf(page).getAttribute('aria-activedescendant');
    const last = await chosenIn(page).getAttribute('id');
    await page.keyboard.press('ArrowDown');

    expect([await chosenIn(page).textContent(), named]).toEqual([first, last]);
  });

  it('marks production and where the person points', async () => {
    const page = await lookFor(production.displayName);

    expect(await chosenIn(page).innerText()).toMatch(/Contoso Production\s+Default\s+Production/);
  });

  it('says that nothing matches, and goes on Escape without having done anything', async () => {
    const page = await lookFor('xyzzy');
    await page.getByText('Nothing matches “xyzzy”.').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await gone(page);

    expect(await sentBy(page)).toEqual([]);
  });

  it('stays away while a question is asked, and while Azimuth is locked', async () => {
    const asked = await stage.open('confirmation');
    await asked.getByRole('alertdialog').waitFor();
    await asked.keyboard.press('Control+k');
    const overQuestion = await fieldOf(asked).count();
    const locked = await stage.open('lockedWithPassphrase');
    await locked.keyboard.press('Control+k');

    expect([overQuestion, await fieldOf(locked).count()]).toEqual([0, 0]);
  });
});
