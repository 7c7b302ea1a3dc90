import type { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../axe.ts';
import './page-globals.ts';
import type { Stage } from './stage.ts';
import { openStage } from './stage.ts';
import { stateNames } from './states.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

interface Finding {
  readonly scheme: string;
  readonly rule: string;
  readonly where: string;
  readonly why: string | undefined;
}

/** Every rule in light but those named; in dark only what can differ there. */
async function findings(page: Page, without: readonly string[] = []): Promise<readonly Finding[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForFunction(() => document.documentElement.style.colorScheme === 'light');
  const light = await findingsIn('light', page, (axe) => axe.disableRules([...without]));
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.style.colorScheme === 'dark');
  const dark = await findingsIn('dark', page, (axe) => axe.withRules(['color-contrast']));
  return [...light, ...dark];
}

async function findingsIn(
  scheme: string,
  page: Page,
  narrow: (axe: AxeBuilder) => AxeBuilder,
): Promise<readonly Finding[]> {
  const violations = await analyze(page, narrow);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => ({
      scheme,
      rule: id,
      where: node.target.join(' '),
      why: node.failureSummary,
    })),
  );
}

describe('axe finds nothing, in light and in dark,', () => {
  // The token's states look different only in its panel, below.
  it.each(stateNames.filter((name) => !/^token|^small$/.test(name)))(
    'in the state %s',
    async (name) => {
      const page = await stage.open(name);
      expect(await findings(page)).toEqual([]);
    },
  );

  it.each([
    ['a token', 'tokenIssued', 'Get token'],
    ['a token near its end', 'tokenNearItsEnd', 'Get token'],
    ['an expired token', 'tokenExpired', 'Get token'],
    ['a token that failed', 'tokenFailed', 'Get token'],
    ['activity', 'tokenIssued', 'Activity'],
    ['the contexts', 'contexts', 'Contexts'],
    ['settings', 'signedIn', 'Settings'],
    ['settings before anybody is signed in', 'firstRun', 'Settings'],
    ['the details of a problem', 'oneAccount', 'Details'],
    ['the passphrase’s dialog', 'firstRunMemoryOnly', 'Protect with a passphrase…'],
    ['the settings of a passphrase', 'passphraseKept', 'Settings'],
    ['the settings without a keeper', 'memoryOnly', 'Settings'],
    ['the way out of a locked app', 'lockedWithPassphrase', 'Forgot the passphrase?'],
  ] as const)('with %s open', async (_, state, button) => {
    const fresh = await stage.open(state);
    await fresh.getByRole('button', { name: button }).first().click();
    expect(await findings(fresh)).toEqual([]);
  });

  it('with the form for a nickname and a colour open', async () => {
    const fresh = await stage.open('arranged');
    await fresh.getByRole('button', { name: 'Actions for Day job' }).click();
    await fresh.getByRole('menuitem', { name: 'Nickname and colour…' }).click();
    await fresh.getByRole('radiogroup', { name: 'Colour' }).waitFor();
    expect(await findings(fresh)).toEqual([]);
  });

  it('with the form of a context open', async () => {
    const fresh = await stage.open('contexts');
    await fresh.getByRole('button', { name: 'Contexts' }).click();
    await fresh.getByRole('button', { name: 'More for contoso-production' }).click();
    await fresh.getByRole('menuitem', { name: 'Edit…' }).click();
    await fresh.getByRole('group', { name: 'Points at' }).waitFor();
    expect(await findings(fresh)).toEqual([]);
  });

  it('with the panel of Azure CLI open, and asking before a file is deleted', async () => {
    const fresh = await stage.open('fromCli');
    await fresh.getByRole('button', { name: 'Settings' }).click();
    await fresh.getByRole('button', { name: 'What Azure CLI has here' }).click();
    const panel = await findings(fresh);
    await fresh.getByRole('button', { name: 'Delete msal_token_cache.json' }).click();
    expect([...panel, ...(await findings(fresh))]).toEqual([]);
  });

  it.each([['Choose a specific tenant…'], ['Paste a sign-in line…']])(
    'with the form of “%s” open',
    async (way) => {
      const fresh = await stage.open('firstRun');
      await fresh.getByRole('button', { name: 'More ways to sign in' }).click();
      await fresh.getByRole('menuitem', { name: way }).click();
      await fresh.getByRole('dialog').waitFor();
      expect(await findings(fresh)).toEqual([]);
    },
  );

  it.each(['', 'cont', 'xyzzy'])('with the palette open, looking for “%s”', async (text) => {
    const fresh = await stage.open('contexts');
    await fresh.getByRole('button', { name: 'Find…' }).click();
    await fresh.getByRole('combobox', { name: /^Find/ }).fill(text);
    expect(await findings(fresh)).toEqual([]);
  });

  it('with a menu open, which stands outside of the landmarks', async () => {
    const fresh = await stage.open('signedIn');
    await fresh.getByRole('button', { name: 'Add account' }).click();
    expect(await findings(fresh, ['region'])).toEqual([]);
  });

  it('with a token revealed and its claims shown', async () => {
    const fresh = await stage.open('tokenIssued');
    await fresh.evaluate(() => {
      window.fake.answer('reveal-token', { ok: true, value: 'header.payload.signature' });
      window.fake.answer('read-claims', { ok: true, value: { aud: 'api', exp: 1_800_000_000 } });
    });
    await fresh.getByRole('button', { name: 'Get token' }).click();
    await fresh.getByRole('button', { name: 'Reveal' }).click();
    await fresh.getByRole('button', { name: 'Show claims' }).click();
    await fresh.getByRole('table', { name: 'Claims' }).waitFor();
    expect(await findings(fresh)).toEqual([]);
  });
});
