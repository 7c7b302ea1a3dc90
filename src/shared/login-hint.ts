import { z } from 'zod';

/** An account as people type it, offered to the sign-in page (320 is what an email address may have, RFC 3696). */
export const loginHint = z
  .string()
  .trim()
  .max(320, 'That is too long for an account.')
  .regex(/^[^\s<>"]+$/, 'An account is named by its sign-in name, such as name@contoso.com.');
