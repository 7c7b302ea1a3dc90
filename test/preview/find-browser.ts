import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
  'brave-browser',
];

const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPlaces = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function places(): readonly string[] {
  if (process.platform === 'darwin') return macPlaces;
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    return roots
      .map((name) => process.env[name])
      .filter((root) => root !== undefined)
      .flatMap((root) => windowsPlaces.map((parts) => join(root, ...parts)));
  }
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return folders.filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * The path of an installed Chromium, Chrome or Edge, or undefined.
 *
 * `AZIMUTH_BROWSER` (a path) comes first, and where it is set nothing else is tried: a typing
 * mistake must not silently run another browser.
 */
export function findBrowser(): string | undefined {
  const chosen = process.env['AZIMUTH_BROWSER'];
  if (chosen) return isProgram(chosen) ? chosen : undefined;
  return places().find(isProgram);
}

/** One sentence that says what to install here. */
export function howToGetABrowser(): string {
  const chosen = process.env['AZIMUTH_BROWSER'];
  if (chosen) return `AZIMUTH_BROWSER is ${chosen}, which is not a program.`;
  if (process.platform === 'linux') {
    return 'Install Chromium (Debian and Ubuntu: apt-get install chromium) or Google Chrome, or set AZIMUTH_BROWSER to the path of one.';
  }
  return 'Install Google Chrome, Chromium or Microsoft Edge, or set AZIMUTH_BROWSER to the path of one.';
}
