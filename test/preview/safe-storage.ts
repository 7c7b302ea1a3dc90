import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SafeStorage } from 'electron';
import { app } from './app.ts';
import { obtainKey } from './secret-service.ts';

/** The keyring's key; `null` when there is no keyring; undefined before anyone asked. */
let keyringKey: Buffer | null | undefined;
/** Electron's "plain text" mode: a key in memory, so nothing is really kept. */
let memoryKey: Buffer | undefined;

function fromKeyring(): Buffer | undefined {
  if (!app.isReady()) return undefined;
  if (keyringKey === undefined) keyringKey = obtainKey(app.name) ?? null;
  return keyringKey ?? undefined;
}

function key(): Buffer {
  const found = fromKeyring() ?? memoryKey;
  if (!found) throw new Error('Encryption is not available: no keyring answers.');
  return found;
}

const prefix = Buffer.from('v11');

function encryptString(plainText: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key(), nonce);
  const sealed = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
  return Buffer.concat([prefix, nonce, cipher.getAuthTag(), sealed]);
}

function decryptString(encrypted: Buffer): string {
  if (encrypted.length < 31 || !encrypted.subarray(0, 3).equals(prefix)) {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
  }
  const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(3, 15));
  decipher.setAuthTag(encrypted.subarray(15, 31));
  return Buffer.concat([decipher.update(encrypted.subarray(31)), decipher.final()]).toString(
    'utf8',
  );
}

/** AES-256-GCM under a random key that the user's real keyring holds. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => (fromKeyring() ?? memoryKey) !== undefined,
  isAsyncEncryptionAvailable: async (): Promise<boolean> => safeStorage.isEncryptionAvailable(),
  encryptString,
  decryptString,
  encryptStringAsync: async (plainText: string): Promise<Buffer> => encryptString(plainText),
  decryptStringAsync: async (encrypted: Buffer) => ({
    shouldReEncrypt: false,
    result: decryptString(encrypted),
  }),
  getSelectedStorageBackend: (): ReturnType<SafeStorage['getSelectedStorageBackend']> => {
    if (!app.isReady()) return 'unknown';
    return fromKeyring() ? 'gnome_libsecret' : 'basic_text';
  },
  setUsePlainTextEncryption: (usePlainText: boolean): void => {
    memoryKey = usePlainText ? (memoryKey ?? randomBytes(32)) : undefined;
  },
} satisfies SafeStorage;
