import { app } from 'electron';
import { linkScheme } from '../../shared/link.ts';

/** Links as macOS hands them over. Elsewhere they are words of the command line: see `readLaunch`. */
export interface CaughtLinks {
  /** Gives each to the listener, also those from before there was one. */
  deliver(listener: (address: string) => void): void;
}

/** To be called before the app is ready: macOS may have a link for it by then. */
export function catchLinks(): CaughtLinks {
  let early: readonly string[] = [];
  let listener: ((address: string) => void) | undefined;
  app.on('open-url', (event, address) => {
    event.preventDefault();
    if (listener) listener(address);
    else early = [...early, address];
  });
  return {
    deliver(next) {
      listener = next;
      for (const address of early) next(address);
      early = [];
    },
  };
}

/** Tells the system that links of our scheme are ours; in the packages their installers do. */
export function claimLinks(): void {
  app.setAsDefaultProtocolClient(linkScheme);
}
