import type { Locator, Page } from 'playwright-core';
import { preview } from './azimuth-test.ts';
import type { RunningApp } from './running-app.ts';

/** As when a link is clicked in a browser while the app runs. */
export const clickLink = (app: RunningApp, link: string): Promise<null> =>
  preview(app).control('emit-second-instance', ['--allow-file-access', link]);

/** What the window asks about a link, or says of it. */
export const linkQuestion = (page: Page): Locator =>
  page.getByRole('alertdialog', { name: /for a link\?$|^Nothing was done$/ });

export const isClosed = (question: Locator): Promise<void> =>
  question.waitFor({ state: 'detached' });
