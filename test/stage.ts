import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Cloud, CloudOptions } from './cloud/start.ts';
import { startCloud } from './cloud/start.ts';
import type { RunningApp } from './e2e/launch.ts';
import { launchApp } from './e2e/launch.ts';
import { openPersonsBrowser } from './person.ts';
import { startKeyring } from './preview/keyring.ts';

/**
 * Everything around the app: a simulated cloud, a throw-away profile pointed at it, a real keyring where one can be
 * had, and the person's browser. The demo and the end-to-end tests stand on it.
 */
export interface Stage {
  readonly cloud: Cloud;
  /** Further clouds, of which the profile says nothing yet. */
  readonly others: readonly Cloud[];
  readonly profile: string;
  readonly browser: Browser;
  /** Whether the app finds a keyring. */
  readonly keyring: boolean;
  /** Starts the app with this profile; a second call is a restart. */
  launch(options?: LaunchChoices): Promise<RunningApp>;
  /** Locks the keyring, as a person does who leaves. */
  lockKeyring(): void;
  /** Writes a file into the profile before the app starts. */
  write(file: string, text: string): Promise<void>;
  /** Ends whatever start of the app is still running, as a person would. */
  quit(): Promise<void>;
  /** All that every start of the app printed. */
  printed(): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface LaunchChoices {
  readonly visible?: boolean;
  /** The app's main module, if not the built one. */
  readonly entry?: string;
  /** False: this start does not know the cloud's certificate, as behind a proxy that inspects traffic. */
  readonly trusting?: boolean;
  /** The program's own arguments. */
  readonly args?: readonly string[];
  /** What this start finds in its environment besides. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface StageOptions extends CloudOptions {
  /** How many clouds there are beside the one that the profile points at. */
  readonly otherClouds?: number;
  /** False takes the keyring away, as on a bare Linux console. */
  readonly keyring?: boolean;
  /** The app's host; unless said, the preview host, or Electron with `AZIMUTH_E2E_HOST=electron`. */
  readonly host?: RunningApp['host'];
  /** Lets the person see their browser. */
  readonly visibleBrowser?: boolean;
}

export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const cloud = await startCloud({ deviceCodeInterval: 1, ...options });
  const others = await Promise.all(
    Array.from({ length: options.otherClouds ?? 0 }, () => startCloud({ deviceCodeInterval: 1 })),
  );
  const clouds = [cloud, ...others];
  const profile = await mkdtemp(join(tmpdir(), 'azimuth-profile-'));
  const outside = await mkdtemp(join(tmpdir(), 'azimuth-cloud-'));
  const keyring = options.keyring === false ? undefined : await startKeyring();
  const browser = await openPersonsBrowser(options.visibleBrowser);
  const apps: RunningApp[] = [];
  const authority = join(outside, 'certificate-authority.pem');
  await writeFile(authority, clouds.map((one) => one.certificateAuthority).join('\n'));
  await writeFile(join(profile, 'cloud.json'), JSON.stringify(cloudFile(cloud)));

  return {
    cloud,
    others,
    profile,
    browser,
    keyring: keyring !== undefined,
    async launch({ visible = false, entry, trusting = true, args = [], environment } = {}) {
      const app = await launchApp({
        profile,
        visible,
        ...(options.host === undefined ? {} : { host: options.host }),
        // Electron's network is Chromium's, which knows no `NODE_EXTRA_CA_CERTS`; this trusts one key, in one profile.
        args: [
          ...(trusting
            ? [
                `--user-data-dir=${profile}`,
                `--ignore-certificate-errors-spki-list=${clouds.map((one) => one.leafKeyHash).join()}`,
              ]
            : []),
          ...args,
        ],
        ...(entry === undefined ? {} : { entry }),
        env: {
          ...(trusting ? { NODE_EXTRA_CA_CERTS: authority } : {}),
          DBUS_SESSION_BUS_ADDRESS: undefined,
          ...keyring?.env,
          ...environment,
        },
      });
      apps.push(app);
      return app;
    },
    lockKeyring: () => keyring?.lock(),
    write: (file, text) => writeFile(join(profile, file), text),
    async quit() {
      await Promise.all(apps.map((app) => app.quit().catch(() => app.kill())));
    },
    printed: () =>
      Object.fromEntries(apps.map((app, index) => [`output of start ${index + 1}`, app.output()])),
    async close() {
      await Promise.all(apps.map((app) => app.kill()));
      await browser.close();
      await keyring?.stop();
      await Promise.all(clouds.map((one) => one.close()));
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      await rm(outside, { recursive: true, force: true });
    },
  };
}

/** `cloud.json` of a profile that points at the simulated cloud. */
export function cloudFile(cloud: Pick<Cloud, 'authority' | 'resourceManager'>): object {
  return {
    current: 'Simulated',
    custom: [
      {
        name: 'Simulated',
        displayName: 'Simulated cloud',
        authority: cloud.authority,
        resourceManager: cloud.resourceManager,
        audience: 'https://management.core.windows.net/',
        portal: cloud.authority,
      },
    ],
  };
}
