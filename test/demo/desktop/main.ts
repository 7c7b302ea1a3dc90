import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { trayMenu } from '../../../src/main/views/tray-menu.ts';
import { findBrowser, howToGetABrowser } from '../../preview/find-browser.ts';
import { desktop, moods, notifications } from './scene.ts';
import { menuPage, menusPage, notificationPage } from './draw.ts';

// Draws the tray's menu and every notification from the functions that the app itself draws them from:
// node test/demo/desktop/main.ts docs/images
const [folder = '.'] = process.argv.slice(2);
const executablePath = findBrowser();
if (executablePath === undefined) throw new Error(howToGetABrowser());
const browser = await chromium.launch({ executablePath });
const page = await browser.newPage({ deviceScaleFactor: 2 });

async function picture(name: string, html: string): Promise<void> {
  await page.setContent(html);
  await page.locator('main').screenshot({ path: join(folder, name) });
}

await picture('tray-menu.png', menuPage(trayMenu(desktop())));
await picture(
  'tray-moods.png',
  menusPage(Object.fromEntries(moods().map(({ name, state }) => [name, trayMenu(state)]))),
);
await picture('notifications.png', notificationPage(notifications()));
await browser.close();
