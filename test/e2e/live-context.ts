import type { Page } from 'playwright-core';
import { waitForState } from '../app-window.ts';
import type { Stage } from '../stage.ts';
import { azimuth } from './protection.ts';
import type { RunningApp } from './running-app.ts';

/** Makes the context `live`, of production, whose tokens are handed out only once a person agreed. */
export async function createLive({ profile }: Stage): Promise<void> {
  await azimuth(profile, ['account', 'set', '--name', 'Contoso Production']);
  await azimuth(profile, ['context', 'create', '--name', 'live', '--production', '--confirm']);
}

/** Agrees in the window; says what the clipboard held before, and whether a real token is on it then. */
export async function agreeToLive(
  stage: Stage,
  app: RunningApp,
  page: Page,
): Promise<readonly [string, boolean]> {
  const allow = page.getByRole('button', { name: 'Allow for 15 minutes' });
  await allow.waitFor();
  const before = await app.clipboardText();
  await allow.click();
  await waitForState(page, ({ clipboard }) => clipboard.kind === 'token');
  return [before, stage.cloud.issued.has(await app.clipboardText())];
}
