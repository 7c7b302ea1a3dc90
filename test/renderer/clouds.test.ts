import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultClientId } from '../../src/shared/cloud.ts';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage, sentBy } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

async function openClouds() {
  const page = await stage.open('severalClouds');
  await page.getByRole('button', { name: 'Add account' }).click();
  await page.getByRole('menuitem', { name: 'Clouds…' }).click();
  return { page, panel: page.getByRole('complementary', { name: 'Clouds' }) };
}

const isFocused = (page: Page, name: string): Promise<boolean> =>
  page
    .getByRole('button', { name })
    .or(page.getByRole('complementary', { name }))
    .first()
    .evaluate((element) => element === document.activeElement);

describe('the clouds', () => {
  it('say of each where it is, who signs people in, and which is for new sign-ins', async () => {
    const { panel } = await openClouds();
    const items = await panel.getByRole('listitem').allInnerTexts();
    expect(
      items.map((text) => [
        text.split('\n')[0],
        text.includes('For new sign-ins'),
        text.includes('That of Azure CLI'),
        /Accounts\n(.*)/.exec(text)?.[1],
      ]),
    ).toEqual([
      ['Azure', true, true, '2 accounts'],
      ['Azure US Government', false, true, 'None'],
      ['Azure operated by 21Vianet', false, true, 'None'],
      ['Contoso-Stack', false, false, 'None'],
    ]);
  });

  it('give the client of Azure CLI back where an own one is emptied in the form', async () => {
    const { page } = await openClouds();
    await page.getByRole('button', { name: 'Edit Contoso-Stack' }).click();
    await page.getByRole('button', { name: 'Say the rest yourself' }).click();
    await page.getByRole('textbox', { name: 'Client ID' }).fill('');
    await page.getByRole('button', { name: 'Save cloud' }).click();
    await page.waitForFunction(() => window.fake.commands.length > 0);
    expect(await sentBy(page)).toMatchObject([
      { name: 'change-cloud', input: { name: 'Contoso-Stack', clientId: defaultClientId } },
    ]);
  });

  it('keep the focus when a form in them comes and goes', async () => {
    const { page } = await openClouds();
    await page.getByRole('button', { name: 'Client ID of Contoso-Stack' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    const afterClientId = await isFocused(page, 'Client ID of Contoso-Stack');
    await page.getByRole('button', { name: 'Add a cloud…' }).click();
    const name = page.getByRole('textbox', { name: 'Name' });
    const inForm = await name.evaluate((element) => element === document.activeElement);
    await page.getByRole('button', { name: 'Back' }).click();
    expect([afterClientId, inForm, await isFocused(page, 'Clouds')]).toEqual([true, true, true]);
  });

  it('leave the focus in the panel when one of them is removed', async () => {
    const { page, panel } = await openClouds();
    await page.getByRole('button', { name: 'Remove Contoso-Stack' }).click();
    // The state comes before the answer.
    await page.evaluate(() => window.fake.change({ clouds: window.states.signedIn().clouds }));
    await page.getByText('Contoso-Stack is removed').first().waitFor();
    expect([
      await panel.getByRole('listitem').count(),
      await isFocused(page, 'Add a cloud…'),
    ]).toEqual([3, true]);
  });

  it('refuse a paste of two megabytes at its field, and send nothing', async () => {
    const { page } = await openClouds();
    await page.getByRole('button', { name: 'Client ID of Contoso-Stack' }).click();
    const field = page.getByRole('textbox', { name: 'Client ID' });
    await field.fill('x'.repeat(2_000_000));
    await page.getByRole('button', { name: 'Save client ID' }).click();
    await page.getByText('A client ID looks like').waitFor();
    expect([await field.getAttribute('aria-invalid'), await sentBy(page)]).toEqual(['true', []]);
  });

  it.each(['unknownApplication', 'firstRunUnknownApplication'] as const)(
    'are where a refusal of the application leads, at the field of its cloud (%s)',
    async (state) => {
      const page = await stage.open(state);
      await page.getByRole('button', { name: 'Use your own application…' }).click();
      const item = page.getByRole('listitem', { name: 'Contoso-Stack' });
      const field = item.getByRole('textbox', { name: 'Client ID' });
      await field.waitFor();
      // Main answers, and a moment later the card of the sign-in goes.
      await page.evaluate(() => window.fake.change({ signIn: { kind: 'idle' } }));
      await page.getByText('Application not found').waitFor({ state: 'detached' });
      expect([
        await field.evaluate((element) => element === document.activeElement),
        await sentBy(page),
      ]).toEqual([true, [{ name: 'dismiss-sign-in', input: {} }]]);
    },
  );
});
