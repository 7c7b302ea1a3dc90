import type { Settings } from '../../../shared/settings.ts';
import type { VaultStatus } from '../../../shared/app-state.ts';
import type { Clouds } from '../../../shared/cloud.ts';
import type { Result } from '../../../shared/problem.ts';
import type { SecretsReport, VaultDocument } from '../../../shared/secret-places.ts';
import type { Secret } from '../secret.ts';

/**
 * Seals small secrets with a key that the system keeps (Keychain, DPAPI, a Linux keyring). The vault seals only its own
 * data key with it, so a slow keyring is asked once a start.
 */
export interface Sealer {
  readonly status: Exclude<VaultStatus, { readonly kind: 'locked' }>;
  seal(text: string): Promise<Uint8Array>;
  /** Rejects when the sealed bytes are of another machine or user, or damaged. */
  unseal(sealed: Uint8Array): Promise<string>;
}

/** The id of the notice that something is not on the disk. The vault takes it back once it is. */
export const cannotWriteNotice = 'vault-write';

/** What must last, sealed. In a memory-only vault writing is forgetting, and that is no error. */
export interface Vault {
  read(document: VaultDocument): Promise<string | undefined>;
  /** Resolves when it is on disk. Rejects when it can't be; the person was told then, and it is tried again by itself. */
  write(document: VaultDocument, text: string): Promise<void>;
  /** Moves a document that makes no sense out of the way, keeping it, and tells the person. */
  setAside(document: VaultDocument): Promise<void>;
}

/** Who keeps the vault's key, and what a person can do about that. */
export interface VaultKeeper {
  /** As it is now. */
  readonly status: VaultStatus;
  /** Opens a vault that waits for its passphrase; of an open one it only tells whether this is its passphrase. */
  unlock(passphrase: Secret): Promise<boolean>;
  /** Whether the system's keeper still opens the key. */
  recheck(): Promise<boolean>;
  /** Seals with a passphrase what was in memory only. */
  setPassphrase(passphrase: Secret): Promise<Result<null>>;
  /** @returns false when the current one is another */
  changePassphrase(current: Secret, next: Secret): Promise<boolean>;
  /**
   * Removes everything that is sealed; what is known goes on as the system's keeper has it. Where that one can't seal just
   * now, nothing is removed.
   *
   * @returns what could not be removed
   */
  forgetPassphrase(): Promise<Result<readonly string[]>>;
  places(): Promise<SecretsReport>;
  /** Removes everything on disk, with the settings if wanted, and looks again. Nothing is written before `resume`. */
  wipe(settings: boolean): Promise<{ readonly removed: number; readonly left: readonly string[] }>;
  /** There is something to keep again. */
  resume(): Promise<void>;
}

/** Remembers across restarts that the app is locked. */
export interface LockMark {
  isThere(): Promise<boolean>;
  /** Never rejects: the lock holds, or opens, all the same, and the person is told what the next start will be. */
  put(there: boolean): Promise<void>;
}

/** Keeps the settings, in the open: there is nothing secret in them. */
export type SaveSettings = (settings: Settings) => Promise<void>;

/** Keeps which clouds there are, in the open. */
export type SaveClouds = (clouds: Clouds) => Promise<void>;

export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
}
