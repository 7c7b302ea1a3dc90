import type { VaultStatus } from '../../../src/shared/app-state.ts';
import type { Guardians } from '../../../src/main/core/protection.ts';
import { succeed } from '../../../src/shared/problem.ts';

/** A keeper whose passphrase the test knows, a keyring and a finger that do as told, and a person who comes and goes. */
export interface FakeGuardians extends Guardians {
  readonly deeds: string[];
  passphrase: string | undefined;
  keyringOpen: boolean;
  finger: 'none' | 'right' | 'wrong';
  idleSeconds: number;
  marked: boolean;
  left: readonly string[];
  leave(why: 'screen' | 'suspend'): void;
  comeBack(): void;
}

const byPassphrase: VaultStatus = { kind: 'sealed', keeper: 'passphrase', by: 'your passphrase' };

export const byKeyring: VaultStatus = { kind: 'sealed', keeper: 'system', by: 'Test keyring' };

export function createFakeGuardians(
  status: VaultStatus = { kind: 'memory', reason: 'A test.' },
): FakeGuardians {
  const deeds: string[] = [];
  let now = status;
  let left = (_why: 'screen' | 'suspend'): void => {};
  let returned = (): void => {};
  const fake: FakeGuardians = {
    deeds,
    passphrase: undefined,
    keyringOpen: true,
    finger: 'none',
    idleSeconds: 0,
    marked: false,
    left: [],
    leave: (why) => left(why),
    comeBack: () => returned(),
    keeper: {
      get status() {
        return now;
      },
      async unlock(passphrase) {
        const right = passphrase.reveal() === fake.passphrase;
        deeds.push(right ? 'right passphrase' : 'wrong passphrase');
        if (right) now = byPassphrase;
        return right;
      },
      recheck: async () => fake.keyringOpen,
      async setPassphrase(passphrase) {
        fake.passphrase = passphrase.reveal();
        now = byPassphrase;
        return succeed(null);
      },
      async changePassphrase(current, next) {
        if (current.reveal() !== fake.passphrase) return false;
        fake.passphrase = next.reveal();
        return true;
      },
      async forgetPassphrase() {
        deeds.push('forget');
        fake.passphrase = undefined;
        now = { kind: 'memory', reason: 'A test.' };
        return succeed(fake.left);
      },
      places: async () => ({ folder: '/profile', places: [] }),
      async wipe(settings) {
        deeds.push(settings ? 'wipe with settings' : 'wipe');
        if (now.kind === 'locked') now = { kind: 'memory', reason: 'A test.' };
        return { removed: 7, left: fake.left };
      },
      async resume() {
        deeds.push('resume');
      },
    },
    mark: {
      isThere: async () => fake.marked,
      async put(there) {
        fake.marked = there;
      },
    },
    ownerCheck: {
      available: () => fake.finger !== 'none',
      ask: async () => fake.finger === 'right',
    },
    presence: {
      idleSeconds: () => fake.idleSeconds,
      onLeaving(listener) {
        left = listener;
      },
      onReturning(listener) {
        returned = listener;
      },
    },
  };
  return fake;
}
