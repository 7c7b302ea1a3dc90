import { z } from 'zod';

/** Characters of an email address (RFC 3696). */
export const longestLoginHint = 320;

/** An account as people type it, offered to the sign-in page. */
export const loginHint = z
  .string()
  .trim()
  .max(longestLoginHint, 'That is too long for an account.')
  .regex(/^[^\s<>"]+$/, 'An account is named by its sign-in name, such as name@contoso.com.');
