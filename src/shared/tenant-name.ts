import { z } from 'zod';

/** Characters of a domain (RFC 1035). */
export const longestTenantName = 255;

/** A tenant as people name it. */
export const tenantName = z
  .string()
  .trim()
  .max(longestTenantName, 'A tenant is named by its id or by a domain.')
  .regex(/^[\p{L}\p{N}.-]+$/u, 'A tenant is named by its id or by a domain, such as contoso.com.');
