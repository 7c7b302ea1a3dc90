/** What is known of this computer's browsers. */
export interface BrowserFacts {
  readonly platform: string;
  /** The default browser's id: a bundle identifier, or on Linux the name of its desktop entry. */
  readonly defaultId?: string | undefined;
  /** Linux: the text of the default browser's desktop entry. */
  readonly desktopEntry?: string | undefined;
  /** Those of the places where browsers may be that there are. */
  readonly found: readonly string[];
}

/** How a private window is opened; the address comes as the last argument. */
export interface PrivateCommand {
  /** The browser's name, for people. */
  readonly browser: string;
  readonly program: string;
  readonly args: readonly string[];
}

interface KnownBrowser {
  readonly name: string;
  readonly flag: string;
  /** What the ids of the default browser have in common, on every system. */
  readonly id: RegExp;
  readonly linux: readonly string[];
  /** Below the folders where Windows keeps programs. */
  readonly windows: string;
}

/**
 * The browsers that open a private window when they are told so on their command line, with the ids and flags that
 * https://github.com/sindresorhus/open and the browsers' own desktop entries have. Safari is none of them.
 */
const knownBrowsers: readonly KnownBrowser[] = [
  {
    name: 'Google Chrome',
    flag: '--incognito',
    id: /google[.-]chrome/i,
    linux: ['google-chrome', 'google-chrome-stable'],
    windows: 'Google\\Chrome\\Application\\chrome.exe',
  },
  {
    name: 'Microsoft Edge',
    flag: '--inprivate',
    id: /microsoft[.-]edge/i,
    linux: ['microsoft-edge', 'microsoft-edge-stable'],
    windows: 'Microsoft\\Edge\\Application\\msedge.exe',
  },
  {
    name: 'Firefox',
    flag: '--private-window',
    id: /firefox/i,
    linux: ['firefox', 'firefox-esr'],
    windows: 'Mozilla Firefox\\firefox.exe',
  },
  {
    name: 'Brave Browser',
    flag: '--incognito',
    id: /brave/i,
    linux: ['brave-browser', 'brave'],
    windows: 'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  },
  {
    name: 'Chromium',
    flag: '--incognito',
    id: /chromium/i,
    linux: ['chromium', 'chromium-browser'],
    windows: 'Chromium\\Application\\chrome.exe',
  },
];

/** The folders in which programs are, by platform. */
export interface ProgramFolders {
  readonly platform: string;
  readonly folders: readonly string[];
}

/** Every place where a browser of the table may be. */
export function browserPlaces({ platform, folders }: ProgramFolders): readonly string[] {
  return knownBrowsers.flatMap((browser) =>
    folders.flatMap((folder) => placesIn(browser, platform, folder)),
  );
}

function placesIn(browser: KnownBrowser, platform: string, folder: string): readonly string[] {
  if (platform === 'win32') return [`${folder}\\${browser.windows}`];
  if (platform === 'darwin') return [`${folder}/${browser.name}.app`];
  return browser.linux.map((program) => `${folder}/${program}`);
}

/** The command for a private window of the default browser, or of another one where that has none. */
export function privateCommand(facts: BrowserFacts): PrivateCommand | undefined {
  const { defaultId = '', desktopEntry = '' } = facts;
  const own = actionOf(desktopEntry);
  if (own) return own;
  const preferred = knownBrowsers.toSorted(
    (one, other) => Number(other.id.test(defaultId)) - Number(one.id.test(defaultId)),
  );
  for (const browser of preferred) {
    const place = facts.found.find((one) => isPlaceOf(browser, facts.platform, one));
    if (place !== undefined) return commandFor(browser, facts.platform, place);
  }
  return undefined;
}

function isPlaceOf(browser: KnownBrowser, platform: string, place: string): boolean {
  const folder = place.slice(0, place.lastIndexOf('/'));
  if (platform === 'win32') return place.endsWith(`\\${browser.windows}`);
  return placesIn(browser, platform, folder).includes(place);
}

function commandFor({ name, flag }: KnownBrowser, platform: string, place: string): PrivateCommand {
  if (platform !== 'darwin') return { browser: name, program: place, args: [flag] };
  // Without `-n` a browser that runs is only brought to the front, and its arguments are lost.
  return { browser: name, program: '/usr/bin/open', args: ['-na', place, '--args', flag] };
}

/**
 * A desktop entry's own action for a private window, which knows of sandboxes such as Flatpak's
 * (https://specifications.freedesktop.org/desktop-entry-spec/latest/extra-actions.html).
 */
function actionOf(entry: string): PrivateCommand | undefined {
  const groups = entry.split(/^\[/m);
  const main = groups.find((group) => group.startsWith('Desktop Entry]'));
  const action = groups.find((group) => /^Desktop Action [\w-]*(private|incognito)/i.test(group));
  const [program, ...args] = wordsOf(valueIn(action, 'Exec') ?? '');
  const browser = valueIn(main, 'Name');
  if (program === undefined || browser === undefined) return undefined;
  return { browser, program, args };
}

function valueIn(group: string | undefined, key: string): string | undefined {
  return group?.match(new RegExp(`^${key}[ \\t]*=[ \\t]*(.+?)\\s*$`, 'm'))?.[1];
}

/** The words of an `Exec` line, without its field codes: where the address goes is always the end. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:"(?:[^"\\]|\\.)*"|[^\s"])+/g)]
    .map(([word]) => word.replaceAll(/"((?:[^"\\]|\\.)*)"/g, '$1').replaceAll(/\\(.)/g, '$1'))
    .filter((word) => !/^%[a-zA-Z]$/.test(word) && !word.startsWith('@@'));
}
