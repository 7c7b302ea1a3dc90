import { app } from 'electron';
import { readLaunch } from '../views/launch-tasks.ts';

/** What further starts of the program were given. A link that macOS hands over counts as one, with the link alone. */
export interface CaughtStarts {
  /** Whether one that waits for the listener is not hidden: somebody is there and wants the app. */
  somebodyWaits(): boolean;
  /** Gives each to the listener, also those from before there was one. */
  deliver(listener: (given: readonly string[]) => void): void;
}

/** To be called before the profile is claimed: from then on every other start ends in favour of this one. */
export function catchStarts(): CaughtStarts {
  let early: readonly (readonly string[])[] = [];
  let heard = (given: readonly string[]): void => {
    early = [...early, given];
  };
  app.on('second-instance', (_event, given) => heard(given));
  app.on('open-url', (event, address) => {
    event.preventDefault();
    heard([address]);
  });
  return {
    somebodyWaits: () => early.some((given) => !readLaunch(given).hidden),
    deliver(listener) {
      heard = listener;
      for (const given of early) listener(given);
      early = [];
      // A click on the dock icon. Not heard before, as macOS says it of the first launch too, be it a hidden one.
      app.on('activate', () => listener([]));
    },
  };
}
