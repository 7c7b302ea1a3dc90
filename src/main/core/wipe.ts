import { defaultSettings } from '../../shared/settings.ts';
import { countOf } from '../../shared/format.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { VaultKeeper } from './ports/storage.ts';
import type { Store } from './store.ts';

export interface WipeDeps {
  readonly store: Store;
  readonly keeper: Pick<VaultKeeper, 'status' | 'wipe'>;
  /** Signs out whoever is signed in. What the disk still has of them is removed with the files. */
  readonly signOutAll: () => Promise<unknown>;
  /** Lets go of tokens and of a sign-in under way. */
  readonly letGo: () => Promise<void>;
  /** Resolves when the vault has heard everything there is to keep. */
  readonly written: () => Promise<void>;
  /** Opens the lock: there is nothing behind it any more. */
  readonly release: () => Promise<void>;
}

/** What no program on this computer can end. */
const staysAtTheProvider =
  'Your browser may still be signed in to Microsoft, and tokens that were handed out work until they expire. To end those too, choose “Sign out everywhere” at https://myaccount.microsoft.com.';

/** Signs everything out, removes what is on disk, looks whether it is gone, and says so. */
export async function wipe(deps: WipeDeps, settings: boolean): Promise<Result<null>> {
  const { store, keeper } = deps;
  await deps.letGo();
  await deps.signOutAll();
  store.apply({ kind: 'wiped' });
  // Else what is still being gathered would be written after the look.
  await deps.written();
  const { removed, left } = await keeper.wipe(settings);
  store.apply({ kind: 'vault-changed', vault: keeper.status });
  if (settings) store.apply({ kind: 'settings-changed', settings: defaultSettings });
  await deps.release();
  const whole = left.length === 0;
  const message = whole
    ? `Everything is signed out. ${countOf(removed, 'file')} of Azimuth ${removed === 1 ? 'was' : 'were'} removed, and a second look found none left.`
    : `Everything is signed out, but these files could not be removed: ${left.join(', ')}. Remove them yourself.`;
  // As a notice, because the window that asked has turned to the first screen by now.
  store.apply({
    kind: 'noticed',
    notice: {
      id: 'wiped',
      tone: whole ? 'info' : 'warning',
      message,
      detail: staysAtTheProvider,
    },
  });
  return whole ? succeed(null) : fail({ kind: 'vault', message });
}
