import type { Page } from 'playwright-core';
import { isSettled, waitForState } from '../app-window.ts';
import type { RunningApp } from '../e2e/launch.ts';
import type { Stage } from '../stage.ts';

/** Starts the app, signs Adele in, and waits for her whole list. */
export async function signedIn(
  stage: Stage,
): Promise<{ app: RunningApp; page: Page; subscriptions: number }> {
  const app = await stage.launch();
  const page = await app.window();
  await page.getByRole('button', { name: 'Use a device code' }).click();
  const { signIn } = await waitForState(page, (now) => now.signIn.kind === 'code');
  if (signIn.kind !== 'code') throw new Error('no code is shown');
  stage.cloud.approveDeviceCode(signIn.userCode, stage.cloud.directory.users.adele);
  const state = await waitForState(page, isSettled, 120_000);
  return { app, page, subscriptions: state.subscriptions.length };
}
