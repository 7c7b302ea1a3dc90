import { z } from 'zod';

/** A passphrase to be, taken as it is typed. */
export const newPassphraseSchema = z
  .string()
  .min(8, 'A passphrase has at least 8 characters.')
  .max(1_024, 'A passphrase has at most 1,024 characters.');

/** A passphrase that is only tried. */
export const triedPassphraseSchema = z
  .string()
  .min(1, 'Type the passphrase.')
  .max(1_024, 'That is too long for a passphrase.');
