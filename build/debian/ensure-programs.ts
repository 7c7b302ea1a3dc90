import { spawnSync } from 'node:child_process';
import { findBrowser, howToGetABrowser } from '../../test/preview/find-browser.ts';
import { isOnPath, thisMachine } from './machine.ts';
import { browser, planInstall, testPrograms } from './programs.ts';
import type { InstallPlan } from './programs.ts';

/** Makes sure that there is a browser for the preview host; where none can be installed, says what to do and leaves. */
export function ensureBrowser(): void {
  install(planInstall(lacksBrowser() ? [browser] : [], thisMachine()));
  if (findBrowser() !== undefined) return;
  console.error(`Azimuth: no browser found. ${howToGetABrowser()}`);
  process.exit(1);
}

/** The browser, which end-to-end tests can't do without, and what else tests run. */
export function ensureTestPrograms(): void {
  if (process.platform === 'linux') {
    const missing = testPrograms.filter(({ name }) => !isOnPath(name));
    const plan = planInstall(lacksBrowser() ? [...missing, browser] : missing, thisMachine());
    if (plan.kind === 'tell') console.error(`Azimuth: ${plan.sentence}`);
    install(plan);
  }
  ensureBrowser();
}

/** A browser that was chosen by name and is not there is a typing mistake, which installing another does not mend. */
function lacksBrowser(): boolean {
  return findBrowser() === undefined && !process.env['AZIMUTH_BROWSER'];
}

function install(plan: InstallPlan): void {
  if (plan.kind === 'install') installPackages(plan.packages);
}

function installPackages(packages: readonly string[]): void {
  console.error(`Azimuth: installing ${packages.join(', ')} (apt-get) …`);
  aptGet('update');
  const available = packages.filter((name) => spawnSync('apt-cache', ['show', name]).status === 0);
  const install = ['install', '--yes', '--no-install-recommends', ...available];
  // Mirrors hiccup; a second try is cheaper than a red build.
  if (available.length > 0 && !aptGet(...install)) {
    aptGet('update');
    aptGet(...install);
  }
}

function aptGet(...args: readonly string[]): boolean {
  const done = spawnSync('apt-get', ['--quiet', ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return done.status === 0;
}
