import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import type { FuseV1Config } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';

/** Every fuse of Electron 45, stated: one that a later Electron adds fails the packaging until it is decided here. */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // Nobody else runs code under our signature, which is what the keychain entry is bound to.
  [FuseV1Options.RunAsNode]: false,
  // Sessions keep no cookies of worth, but should one ever appear it is encrypted like the rest.
  [FuseV1Options.EnableCookieEncryption]: true,
  // NODE_OPTIONS and --inspect are two more ways to run other code inside our process.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // A changed app.asar does not start (macOS and Windows; Linux has no such check yet) …
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // … and a folder beside it is not loaded instead.
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // We ship no V8 snapshot of our own.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The window is served from app://; file:// pages get no more than in a browser.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Electron's own default: the bounds of WebAssembly memory are guarded by the processor.
  [FuseV1Options.WasmTrapHandlers]: true,
} satisfies FuseV1Config;

/** electron-builder's hook after packing and before signing: changing the program later would break its signature. */
export async function setFuses(context: AfterPackContext): Promise<void> {
  const mac = context.electronPlatformName === 'darwin';
  await flipFuses(join(context.appOutDir, programName(context)), {
    ...fuses,
    // Apple silicon refuses a program whose signature does not fit; a build without our certificate gets a new ad-hoc one.
    resetAdHocDarwinSignature: mac,
  });
}

function programName({ packager, electronPlatformName }: AfterPackContext): string {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'darwin') return `${productFilename}.app`;
  if (electronPlatformName === 'win32') return `${productFilename}.exe`;
  return packager.config.linux?.executableName ?? productFilename;
}
