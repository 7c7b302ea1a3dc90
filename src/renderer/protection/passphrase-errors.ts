import { newPassphraseSchema } from '../../shared/passphrase-input.ts';

export interface TypedPassphrase {
  /** None where there is none yet. */
  readonly current: string | undefined;
  readonly passphrase: string;
  readonly again: string;
}

export type PassphraseErrors = { readonly [Field in keyof TypedPassphrase]?: string };

/** What is wrong with each field, in the contract's words; nothing when it can be sent. */
export function passphraseErrors({
  current,
  passphrase,
  again,
}: TypedPassphrase): PassphraseErrors {
  const parsed = newPassphraseSchema.safeParse(passphrase);
  return {
    ...(current === '' ? { current: 'Type the passphrase you have now.' } : {}),
    ...(parsed.success ? {} : { passphrase: parsed.error.issues[0]?.message ?? '' }),
    ...(parsed.success && passphrase !== again
      ? { again: 'The two passphrases are not the same.' }
      : {}),
  };
}
