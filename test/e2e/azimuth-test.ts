import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { Page } from 'playwright-core';
import { enterDeviceCode, openPage, signIn } from '../person.ts';
import type { SignInAnswers } from '../person.ts';
import { applicationSecrets } from '../cloud/directory/application-secrets.ts';
import { findLeaks } from '../leaks.ts';
import type { Stage, StageOptions } from '../stage.ts';
import { setStage } from '../stage.ts';
import type { AppState } from '../../src/shared/app-state.ts';
import { isSettled, readState, waitForState } from '../app-window.ts';
import type { PreviewApp, RunningApp } from './launch.ts';

export { expect } from '@playwright/test';

export interface AzimuthFixtures {
  readonly stageOptions: StageOptions;
  /**
   * A cloud, a profile, a keyring and a person's browser of the test's own. Afterwards nothing secret may stand anywhere, and
   * no failure may have gone unheard.
   */
  readonly stage: Stage;
  readonly app: RunningApp;
  readonly page: Page;
}

export const test = base.extend<AzimuthFixtures>({
  stageOptions: [{}, { option: true }],
  stage: async ({ stageOptions }, use) => {
    const stage = await setStage(stageOptions);
    const { directory } = stage.cloud;
    const secrets = () => [
      ...[stage.cloud, ...stage.others].flatMap(({ issued }) => [...issued]),
      ...applicationSecrets(directory.applications),
    ];
    const leaks = async () => findLeaks(secrets(), stage.profile, stage.printed());
    try {
      await use(stage);
      // What is written at the end counts too.
      await stage.quit();
      const found = await leaks();
      if (found.length > 0) throw new Error(`secrets in ${found.map((one) => one.where).join()}`);
      const failed = (await logOf(stage)).filter((line) => line.includes('a failure went unheard'));
      if (failed.length > 0) throw new Error(failed.join());
    } finally {
      await stage.close();
    }
  },
  app: async ({ stage }, use) => use(await stage.launch()),
  page: async ({ app }, use) => use(await app.window()),
});

async function logOf({ profile }: Stage): Promise<readonly string[]> {
  const log = await readFile(join(profile, 'logs', 'azimuth.log'), 'utf8').catch(() => '');
  return log.split('\n');
}

/** An app with its window, and what it runs on. */
export type Running = Pick<AzimuthFixtures, 'stage' | 'app' | 'page'>;

/** Signs in from the first-run page with the browser; resolves when the list is complete. */
export async function signInFirst(
  { stage, app, page }: Running,
  answers: SignInAnswers = { as: 'Adele Vance' },
): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await answerBrowser(stage, app, answers);
  await waitForState(page, isSettled);
}

/** Signed in, with a default that was chosen in the window. */
export async function pointAtDevelopment(running: Running): Promise<void> {
  const { page } = running;
  await signInFirst(running);
  await page.getByRole('button', { name: /Set as default: Contoso Development/ }).click();
  await waitForState(page, ({ selection }) => selection.defaultSubscriptionKey !== undefined);
}

/** Signs one more account in, with a code that is typed on another device; resolves when the list is complete. */
export async function signInAlso(
  { stage, page }: Pick<Running, 'stage' | 'page'>,
  answers: SignInAnswers,
): Promise<AppState> {
  const { accounts } = await readState(page);
  await page.getByRole('button', { name: 'Add account' }).click();
  await page.getByRole('menuitem', { name: 'Use a device code' }).click();
  await answerDeviceCode(stage, page, answers);
  return waitForState(
    page,
    (state) => state.accounts.length > accounts.length && isListed(state) && isSettled(state),
  );
}

/** Whether something was read for everybody: the last discovery is not one from before they came. */
export const isListed = ({ accounts, tenants }: AppState): boolean =>
  accounts.every(({ key }) => tenants.some(({ accountKey }) => accountKey === key));

/** The person answers in the browser that the app opened. */
export async function answerBrowser(
  stage: Stage,
  app: RunningApp,
  answers: SignInAnswers,
): Promise<void> {
  const browserPage = await openPage(stage.browser, await app.waitForOpenedUrl());
  await signIn(browserPage, answers);
  await browserPage.context().close();
}

/** The device code in the window, typed on another device. */
export async function answerDeviceCode(
  stage: Stage,
  page: Page,
  answers: SignInAnswers & { readonly confirm?: boolean },
): Promise<void> {
  const { signIn: shown } = await waitForState(page, (state) => state.signIn.kind === 'code');
  if (shown.kind !== 'code') throw new Error('no code is shown');
  const browserPage = await openPage(stage.browser, shown.verificationUri);
  await enterDeviceCode(browserPage, shown.userCode, answers);
  await browserPage.context().close();
}

/** Marks a test that needs what only the preview host can play; `npm run test:electron` leaves it out. */
export const onPreview = { tag: '@preview' };

/** The app with the verbs of the preview host. */
export function preview(app: RunningApp): PreviewApp {
  if (!isPreview(app)) throw new Error('only the preview host can do this');
  return app;
}

function isPreview(app: RunningApp): app is PreviewApp {
  return app.host === 'preview';
}
