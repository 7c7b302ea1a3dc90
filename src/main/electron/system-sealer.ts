import { safeStorage } from 'electron';
import type { Sealer } from '../core/ports/storage.ts';

const keeperNames = {
  gnome_libsecret: 'the system keyring (Secret Service)',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
} as const;

/**
 * The system's keeper of secrets. On Linux `basic_text` means that there is none: Electron would encrypt with a password
 * that everybody knows, which counts as writing in clear, so nothing is written.
 */
export async function createSystemSealer(): Promise<Sealer> {
  return {
    status: await keeper(),
    seal: (text) => safeStorage.encryptStringAsync(text),
    unseal: async (sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed))).result,
  };
}

async function keeper(): Promise<Sealer['status']> {
  if (process.platform === 'linux') {
    const backend = safeStorage.getSelectedStorageBackend();
    if (backend === 'basic_text' || backend === 'unknown') {
      return { kind: 'memory', reason: 'This system has no keyring.' };
    }
    if (await safeStorage.isAsyncEncryptionAvailable()) {
      return { kind: 'sealed', keeper: 'system', by: keeperNames[backend] };
    }
    return { kind: 'memory', reason: 'The keyring is locked or does not answer.' };
  }
  if (await safeStorage.isAsyncEncryptionAvailable()) {
    return {
      kind: 'sealed',
      keeper: 'system',
      by: process.platform === 'darwin' ? 'Keychain' : 'Windows (DPAPI)',
    };
  }
  return { kind: 'memory', reason: 'The system can not keep secrets right now.' };
}
