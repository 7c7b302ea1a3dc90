import type { Sealer } from '../../../src/main/core/ports/storage.ts';

/** A keeper of keys that seals for one machine: only a sealer of the same name opens what it sealed. */
export interface FakeSealer extends Sealer {
  readonly sealed: string[];
}

export function createFakeSealer(machine = 'this machine'): FakeSealer {
  const sealed: string[] = [];
  return {
    sealed,
    status: { kind: 'sealed', keeper: 'system', by: 'Test keyring' },
    async seal(text) {
      sealed.push(text);
      return Buffer.from(`${machine}|${Buffer.from(text).toString('hex')}`);
    },
    async unseal(bytes) {
      const [name, hex = ''] = Buffer.from(bytes).toString().split('|');
      if (name !== machine) throw new Error('sealed by another machine');
      return Buffer.from(hex, 'hex').toString();
    },
  };
}

export function createMemorySealer(): Sealer {
  const never = (): Promise<never> => Promise.reject(new Error('a memory sealer was asked'));
  return { status: { kind: 'memory', reason: 'No keyring.' }, seal: never, unseal: never };
}
