import type { Clock } from './ports/clock.ts';
import type { Store } from './store.ts';
import { warnOfExpiry } from './warn-of-expiry.ts';
import { warnOfSessionEnd } from './warn-of-session-end.ts';

/** Everything that is said before it happens; `look` is to be called when the accounts changed, and from time to time. */
export function warnAhead(
  store: Store,
  clock: Clock,
): { readonly look: () => void; readonly stop: () => void } {
  const certificates = warnOfExpiry(store, clock);
  const sessions = warnOfSessionEnd(store, clock);
  return {
    look() {
      certificates();
      sessions.look();
    },
    stop: () => sessions.stop(),
  };
}
