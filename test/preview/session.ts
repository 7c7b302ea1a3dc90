import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { protocol } from './protocol.ts';
import type { Takes } from './surface.ts';
import { webRequest } from './web-request.ts';

type CheckArguments = Parameters<NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>>;
type RequestArguments = Parameters<
  NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
>;

/** A permission, by Electron's name, that is both looked up and asked for. */
export type Permission = Extract<CheckArguments[1], RequestArguments[1]>;

type CheckHandler = (
  webContents: null,
  permission: Permission,
  requestingOrigin: string,
  details: { readonly requestingUrl: string; readonly isMainFrame: boolean },
) => boolean;
type RequestHandler = (
  webContents: unknown,
  permission: Permission,
  callback: (granted: boolean) => void,
  details: { readonly requestingUrl: string; readonly isMainFrame: boolean },
) => void;

let check: CheckHandler | null = null;
let request: RequestHandler | null = null;
let spellChecker = true;

/**
 * Asks the app's two handlers about a permission. As in Electron, an app without handlers grants.
 * https://www.electronjs.org/docs/latest/tutorial/security#5-handle-session-permission-requests-from-remote-content
 */
export async function mayHave(
  webContents: unknown,
  permission: Permission,
  origin: string,
  requestingUrl: string,
): Promise<boolean> {
  const details = { requestingUrl, isMainFrame: true };
  if (check && !check(null, permission, origin, details)) return false;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  if (!request) return true;
  request(webContents, permission, resolve, details);
  return promise;
}

const defaultSession = Object.assign(new EventEmitter(), {
  protocol,
  webRequest,
  setPermissionCheckHandler: (handler: CheckHandler | null): void => {
    check = handler;
  },
  setPermissionRequestHandler: (handler: RequestHandler | null): void => {
    request = handler;
  },
  // Chromium's device choosers have no way in from outside; without a handler no device is given.
  setDevicePermissionHandler: (_handler: unknown): void => undefined,
  setDisplayMediaRequestHandler: (_handler: unknown): void => undefined,
  setBluetoothPairingHandler: (_handler: unknown): void => undefined,
  setUSBProtectedClassesHandler: (_handler: unknown): void => undefined,
  setCertificateVerifyProc: (_proc: unknown): void => undefined,
  setSpellCheckerEnabled: (enabled: boolean): void => {
    spellChecker = enabled;
  },
  isSpellCheckerEnabled: (): boolean => spellChecker,
  setSpellCheckerLanguages: (_languages: string[]): void => undefined,
  setSpellCheckerDictionaryDownloadURL: (_url: string): void => undefined,
  clearCache: async (): Promise<void> => undefined,
  clearStorageData: async (): Promise<void> => undefined,
  clearData: async (): Promise<void> => undefined,
  clearAuthCache: async (): Promise<void> => undefined,
  closeAllConnections: async (): Promise<void> => undefined,
  forceReloadProxyConfig: async (): Promise<void> => undefined,
  resolveProxy: async (_url: string): Promise<string> => 'DIRECT',
  setProxy: async (_config: object): Promise<void> => undefined,
  fetch: (input: string | Request, init?: RequestInit): Promise<Response> => fetch(input, init),
});

defaultSession satisfies Takes<
  Pick<Session, Exclude<Extract<keyof Session, keyof typeof defaultSession>, keyof EventEmitter>>
>;

/** One session: `fromPartition` gives the same one, because the preview's browser has one profile. */
export const session = {
  defaultSession,
  fromPartition: (_partition: string) => defaultSession,
};
