import { decodeJwt } from 'jose';
import type { Page } from 'playwright-core';
import type { AppState } from '../../src/shared/app-state.ts';
import { audienceLabel } from '../../src/shared/audience.ts';
import { isSettled, waitForState } from '../app-window.ts';
import type { RunningApp } from '../e2e/launch.ts';
import { findLeaks } from '../leaks.ts';
import { enterDeviceCode, openPage, signIn } from '../person.ts';
import type { Stage } from '../stage.ts';
import type { Photographer } from './photographer.ts';
import type { DemoReport } from './report.ts';

/** A directory with 100 tenants and some latency takes its time. */
const patience = 120_000;

const defaultName = 'Contoso Production';

/** The main job as a person does it, each step checked by what it brought about. Throws at the first that did not hold. */
export async function walk(stage: Stage, pictures: Photographer): Promise<DemoReport> {
  const app = await stage.launch();
  const page = await app.window();
  await pictures.take(page, 'first-run');

  await signInInteractively(stage, app, page, pictures);
  await signInByDeviceCode(stage, app, page, pictures);
  const listed = await waitForState(page, isSettled, patience);
  await pictures.take(page, 'list');

  const chosen = await chooseDefault(page);
  const token = await mintAndCopy(stage, app, page, pictures);
  const kept = await restart(stage, app);
  await stage.quit();
  const leaks = await findLeaks(stage.cloud.issued, stage.profile, stage.printed());
  if (leaks.length > 0) throw new Error(`secrets in ${leaks.map(({ where }) => where).join(', ')}`);

  return {
    ok: kept,
    host: app.host,
    signIn: { interactive: true, deviceCode: true },
    accounts: listed.accounts.length,
    tenants: new Set(listed.tenants.map(({ tenantId }) => tenantId)).size,
    subscriptions: listed.subscriptions.length,
    problems: listed.tenants.flatMap(({ displayName, status }) =>
      status.kind === 'failed' ? [{ tenant: displayName, kind: status.problem.kind }] : [],
    ),
    default: chosen,
    token,
    clipboard: true,
    restartKeptSession: kept,
    screenshots: pictures.taken,
  };
}

async function signInInteractively(
  stage: Stage,
  app: RunningApp,
  page: Page,
  pictures: Photographer,
): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const address = await app.waitForOpenedUrl();
  await page.getByRole('button', { name: 'Copy sign-in link' }).waitFor();
  await pictures.take(page, 'sign-in');
  const browserPage = await openPage(stage.browser, address);
  await signIn(browserPage, { as: 'Adele Vance' });
  await browserPage.context().close();
  await waitForState(page, ({ accounts }) => accounts.length === 1, patience);
}

async function signInByDeviceCode(
  stage: Stage,
  app: RunningApp,
  page: Page,
  pictures: Photographer,
): Promise<void> {
  await page.getByRole('button', { name: 'Add account' }).click();
  await page.getByRole('menuitem', { name: 'Use a device code' }).click();
  const { signIn: shown } = await waitForState(page, (state) => state.signIn.kind === 'code');
  if (shown.kind !== 'code') throw new Error('no device code was shown');
  await pictures.take(page, 'device-code');
  await page.getByRole('button', { name: 'Open page' }).click();
  const address = await app.waitForOpenedUrl();
  const browserPage = await openPage(stage.browser, address);
  await enterDeviceCode(browserPage, shown.userCode, { as: 'Jürgen Groß' });
  await waitForState(page, ({ accounts }) => accounts.length === 2, patience);
  await browserPage.context().close();
}

async function chooseDefault(page: Page): Promise<NonNullable<DemoReport['default']>> {
  const filter = page.getByRole('searchbox', { name: 'Filter subscriptions' });
  await filter.fill(defaultName);
  await page.getByRole('row', { name: defaultName }).first().click();
  await page.keyboard.press('Enter');
  const state = await waitForState(
    page,
    ({ selection }) => selection.defaultSubscriptionKey !== undefined,
  );
  await filter.fill('');
  const chosen = defaultOf(state);
  if (chosen?.subscription !== defaultName) throw new Error('another default was chosen');
  return chosen;
}

function defaultOf({ subscriptions, tenants, selection }: AppState): DemoReport['default'] {
  const found = subscriptions.find(({ key }) => key === selection.defaultSubscriptionKey);
  const tenant = tenants.find(({ key }) => key === found?.tenantKey);
  return found && tenant
    ? { subscription: found.displayName, tenant: tenant.displayName }
    : undefined;
}

async function mintAndCopy(
  stage: Stage,
  app: RunningApp,
  page: Page,
  pictures: Photographer,
): Promise<DemoReport['token']> {
  const heading = page.getByRole('region', { name: 'Default subscription' });
  await heading.getByRole('button', { name: 'Get token' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Get token' }).click();
  const { token } = await waitForState(page, (state) => state.token.kind === 'issued', patience);
  if (token.kind !== 'issued') throw new Error('no token was issued');
  await page.getByRole('button', { name: 'Copy token' }).click();
  await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');
  await page.getByRole('button', { name: 'Show claims' }).click();
  await pictures.take(page, 'token');

  const copied = await app.clipboardText();
  if (!stage.cloud.issued.has(copied)) throw new Error('the clipboard holds no token');
  const { aud, tid } = decodeJwt(copied);
  if (tid !== token.issued.tenantId) throw new Error('the token is of another tenant');
  return {
    audience: typeof aud === 'string' ? aud : audienceLabel(token.issued.audience),
    tenant: token.issued.tenantId,
    expiresOn: new Date(token.issued.expiresAt).toISOString(),
  };
}

/** Ends the app and starts it again: the accounts and the default have to be there, and a token without a sign-in. */
async function restart(stage: Stage, before: RunningApp): Promise<boolean> {
  if (!stage.keyring) return false;
  const exitCode = await before.quit();
  if (exitCode !== 0) throw new Error(`the app ended with exit code ${exitCode}`);
  const signIns = stage.cloud.requests.filter(({ path }) => path.endsWith('/authorize')).length;
  const app = await stage.launch();
  const page = await app.window();
  const state = await waitForState(
    page,
    (now) => now.accounts.length === 2 && isSettled(now),
    patience,
  );
  const heading = page.getByRole('region', { name: 'Default subscription' });
  await heading.getByRole('button', { name: 'Get token' }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Get token' }).click();
  await waitForState(page, ({ token }) => token.kind === 'issued', patience);
  await app.quit();
  const later = stage.cloud.requests.filter(({ path }) => path.endsWith('/authorize')).length;
  return defaultOf(state)?.subscription === defaultName && later === signIns;
}
