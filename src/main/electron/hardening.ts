import type { Session } from 'electron';
import { app, session } from 'electron';

/**
 * Denies by default, for every web contents that will ever exist
 * (https://www.electronjs.org/docs/latest/tutorial/security). The window shows our own page and nothing else: no
 * navigation, no new window, no webview, no permission, no download.
 */
export function hardenEverything(log: (message: string, facts: { what: string }) => void): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault();
      log('navigation denied', { what: originOf(event.url) });
    });
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      log('window denied', { what: originOf(url) });
      return { action: 'deny' };
    });
  });
  void app.whenReady().then(() => hardenSession(session.defaultSession));
}

function hardenSession(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event) => event.preventDefault());
}

/** Addresses may hold secrets in their query; only where they lead is worth a line. */
function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : 'no address';
}
