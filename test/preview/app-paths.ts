import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

export interface AppManifest {
  /** The folder that holds package.json: what Electron calls the app path. */
  readonly root: string;
  readonly name: string;
  readonly version: string;
}

/** The nearest package.json above the entry file, as Electron looks for it. */
export function readManifest(entry: string): AppManifest {
  for (let folder = dirname(resolve(entry)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const parsed = new Map<string, unknown>(
        Object.entries(JSON.parse(readFileSync(file, 'utf8'))),
      );
      const text = (key: string): string | undefined => {
        const value = parsed.get(key);
        return typeof value === 'string' ? value : undefined;
      };
      return {
        root: folder,
        name: text('productName') ?? text('name') ?? basename(folder),
        version: text('version') ?? '0.0.0',
      };
    }
    if (folder === dirname(folder)) return { root: dirname(entry), name: 'app', version: '0.0.0' };
  }
}

function appData(): string {
  if (process.platform === 'win32') {
    return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}

export interface Paths {
  get(name: string): string;
  set(name: string, path: string): void;
}

const underHome = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
} as const;

/** `app.getPath` and `app.setPath`; the defaults are those of Electron's documentation. */
export function createPaths(appName: () => string, userDataSwitch: string | undefined): Paths {
  const chosen = new Map<string, string>();
  if (userDataSwitch) chosen.set('userData', resolve(userDataSwitch));

  function get(name: string): string {
    const own = chosen.get(name);
    if (own !== undefined) return own;
    switch (name) {
      case 'home':
        return homedir();
      case 'appData':
        return appData();
      case 'userData':
        return join(appData(), appName());
      case 'sessionData':
        return get('userData');
      case 'crashDumps':
        return join(get('userData'), 'Crashpad');
      case 'logs':
        return join(get('userData'), 'logs');
      case 'temp':
        return tmpdir();
      case 'exe':
      case 'module':
        return process.execPath;
      default: {
        const folder = Object.entries(underHome).find(([key]) => key === name)?.[1];
        if (folder === undefined) throw new Error(`Failed to get '${name}' path`);
        return join(homedir(), folder);
      }
    }
  }

  return {
    get,
    set: (name, path) => {
      if (path !== resolve(path)) throw new Error('Path must be absolute');
      get(name);
      mkdirSync(path, { recursive: true });
      chosen.set(name, path);
    },
  };
}
