import { z } from 'zod';

/** A tenant as people name it. */
export const tenantName = z
  .string()
  .trim()
  .max(255, 'A tenant is named by its id or by a domain.')
  .regex(/^[\p{L}\p{N}.-]+$/u, 'A tenant is named by its id or by a domain, such as contoso.com.');
