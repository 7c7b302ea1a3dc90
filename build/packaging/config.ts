import type { Configuration, TargetConfiguration } from 'electron-builder';
import { launchTasks } from '../../src/main/views/launch-tasks.ts';
import { product } from '../../src/shared/product.ts';
import { setFuses } from './fuses.ts';

/** The tasks of a start, for the menu of the program's icon; `program` is what an entry's Exec line begins with. */
const desktopActions = (program: string): Record<string, Record<string, string>> =>
  Object.fromEntries(
    launchTasks.map(({ argument, title }) => [
      actionOf(argument),
      { Name: title, Exec: `${program} ${argument}` },
    ]),
  );

/** The name of a task's action, in which only letters, digits and hyphens may stand. */
const actionOf = (argument: string): string => argument.replace(/^--/, '');

export function linuxTargets(targets: readonly string[]): TargetConfiguration[] {
  return targets.map((target) => ({ target, arch: ['x64', 'arm64'] }));
}

/** How electron-builder packs Azimuth. docs/packaging.md says what comes out and why. */
export const packaging: Configuration = {
  appId: product.id,
  protocols: [{ name: 'Azimuth', schemes: ['azimuth'] }],
  productName: product.name,
  copyright: 'Copyright © The Azimuth authors',
  directories: { output: 'dist', buildResources: 'build/packaging' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  // Every library is inside the bundles, so the package is what runs on Electron and nothing else: no node_modules, no
  // headless host (the package has no Node to run it on), no source maps.
  files: [
    'package.json',
    'out/main/index.js',
    'out/main/index/**/*.js',
    'out/preload/index.cjs',
    'out/renderer/**/*',
    'out/tray/**/*.png',
    '!out/renderer/licenses.md',
    '!**/*.map',
  ],
  extraResources: [
    // A shell can't read a script inside an archive.
    { from: 'out/bin', to: 'bin' },
    // The licences of what is bundled have to travel with it, where people can read them.
    { from: 'out/main/index.licenses.md', to: 'licenses/main.md' },
    { from: 'out/preload/index.licenses.md', to: 'licenses/preload.md' },
    { from: 'out/renderer/licenses.md', to: 'licenses/window.md' },
  ],
  asar: true,
  npmRebuild: false,
  removePackageScripts: true,
  publish: null,
  afterPack: setFuses,
  win: {
    icon: 'build/icons/icon.ico',
    target: [
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
  },
  nsis: {
    // Per person and without administrator's rights: accounts and tokens are one person's.
    oneClick: true,
    perMachine: false,
    deleteAppDataOnUninstall: false,
  },
  mac: {
    icon: 'build/icons/icon.icns',
    category: 'public.app-category.developer-tools',
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'build/packaging/entitlements.mac.plist',
    entitlementsInherit: 'build/packaging/entitlements.mac.plist',
  },
  linux: {
    icon: 'build/icons/linux',
    executableName: 'azimuth',
    category: 'Development',
    synopsis: 'Account manager for Azure',
    target: linuxTargets(['AppImage', 'deb', 'rpm']),
    desktop: {
      entry: {
        Name: 'Azimuth',
        GenericName: 'Account manager for Azure',
        Keywords: 'azure;entra;subscription;tenant;token;',
        StartupWMClass: 'azimuth',
        SingleMainWindow: 'true',
        Actions: launchTasks.map(({ argument }) => `${actionOf(argument)};`).join(''),
      },
      // Where electron-builder has deb and rpm put the program.
      desktopActions: desktopActions(`/opt/${product.name}/azimuth`),
    },
  },
  // Tools that put an AppImage into the menu look for this name, and put the image's own in its place.
  appImage: { desktop: { desktopActions: desktopActions('AppRun') } },
  // The keyring seals what is stored; curl is what the command line talks through. Azimuth runs without either.
  deb: { recommends: ['gnome-keyring | kwalletmanager', 'curl'] },
};
