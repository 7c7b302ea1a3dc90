import type { CommandInput } from '../../shared/contract.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Attempts } from './attempts.ts';
import { tooEarly, wrongPassphrase } from './lock.ts';
import type { Clock } from './ports/clock.ts';
import type { VaultKeeper } from './ports/storage.ts';
import { secret } from './secret.ts';
import type { Store } from './store.ts';

export interface PassphraseDeps {
  readonly store: Store;
  readonly keeper: Pick<
    VaultKeeper,
    'status' | 'setPassphrase' | 'changePassphrase' | 'forgetPassphrase'
  >;
  readonly attempts: Attempts;
  readonly clock: Pick<Clock, 'now'>;
  /** Resolves when the vault has heard everything there is to keep. */
  readonly written: () => Promise<void>;
  /** The vault is kept in another way. */
  readonly changed: () => void;
}

/** Keeps with a passphrase what was in memory only. */
export async function setPassphrase(
  { store, keeper, written, changed }: PassphraseDeps,
  { passphrase }: CommandInput<'set-passphrase'>,
): Promise<Result<null>> {
  await written();
  const done = await keeper.setPassphrase(secret(passphrase));
  if (!done.ok) return done;
  store.apply({ kind: 'vault-changed', vault: keeper.status });
  changed();
  return done;
}

export async function changePassphrase(
  { keeper, attempts, clock }: PassphraseDeps,
  { current, passphrase }: CommandInput<'change-passphrase'>,
): Promise<Result<null>> {
  const early = tooEarly(attempts, clock);
  if (early) return fail(early);
  if (await keeper.changePassphrase(secret(current), secret(passphrase))) {
    attempts.right();
    return succeed(null);
  }
  attempts.wrong();
  return fail(wrongPassphrase);
}

/** Back to what the system offers. Without a keyring, who is signed in stays so until the app ends. */
export async function forgetPassphrase({
  store,
  keeper,
  changed,
}: PassphraseDeps): Promise<Result<null>> {
  const { vault } = store.state();
  if (vault.kind !== 'sealed' || vault.keeper !== 'passphrase') {
    return fail({ kind: 'vault', message: 'There is no passphrase to forget.' });
  }
  const done = await keeper.forgetPassphrase();
  if (!done.ok) return done;
  store.apply({ kind: 'vault-changed', vault: keeper.status });
  changed();
  if (done.value.length === 0) return succeed(null);
  return fail({
    kind: 'vault',
    message: `The passphrase is no longer used, but these files could not be removed: ${done.value.join(', ')}. Remove them yourself.`,
  });
}
