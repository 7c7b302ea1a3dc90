import { z } from 'zod';
import { parseJson } from './json.ts';

/** Characters of a claims request; it travels in the address of the sign-in page, and the real ones are far shorter. */
const longest = 8_000;

const notClaims = 'That is no claims challenge: it names no claim of an access token.';

/** The OpenID Connect `claims` parameter (https://learn.microsoft.com/entra/identity-platform/claims-challenge). */
const claimsObject = z.looseObject({ access_token: z.record(z.string(), z.unknown()) });

/** A claims request as JSON text, which is how Entra ID takes it. */
export const claimsRequest = z
  .string()
  .max(longest, 'That is too long for a claims challenge.')
  .refine((text) => claimsObject.safeParse(parseJson(text)).success, notClaims);

export type ReadClaims =
  | { readonly ok: true; readonly claims: string }
  | { readonly ok: false; readonly complaint: string };

/**
 * A claims request in any of the forms that it is handed on in: JSON, or its base64, with either alphabet and with or
 * without padding. Its text is never logged: it names the policies of an organisation.
 */
export function readClaimsRequest(text: string): ReadClaims {
  const packed = text.replaceAll(/\s/g, '');
  if (packed === '') return complain('The claims challenge is empty.');
  if (packed.length > longest * 2) return complain('That is too long for a claims challenge.');
  const json = packed.startsWith('{') ? text.trim() : decodeBase64(packed);
  if (json === undefined) return complain('The claims challenge is not in base64. Copy it whole.');
  if (parseJson(json) === undefined) {
    return complain('The claims challenge is cut short or damaged. Copy it whole.');
  }
  const checked = claimsRequest.safeParse(json);
  return checked.success
    ? { ok: true, claims: json }
    : complain(checked.error.issues[0]?.message ?? notClaims);
}

/** The names of what is asked for, such as `acrs`; for a person, who knows the field's terms. */
export function claimNames(claims: string): readonly string[] {
  const parsed = claimsObject.safeParse(parseJson(claims));
  return parsed.success ? Object.keys(parsed.data.access_token) : [];
}

/**
 * Whether two refusals ask for the same. A challenge for a newer sign-in (`nbf`) names another moment each time, so the
 * moment does not count.
 */
export function asksTheSame(one: string | undefined, other: string | undefined): boolean {
  return withoutMoment(one) === withoutMoment(other);
}

function withoutMoment(claims: string | undefined): string {
  const parsed = claimsObject.safeParse(parseJson(claims ?? ''));
  if (!parsed.success) return claims ?? '';
  const { access_token: wanted, ...others } = parsed.data;
  const named = Object.keys(wanted)
    .toSorted((one, other) => one.localeCompare(other))
    .map((name) => [name, name === 'nbf' ? '' : wanted[name]]);
  return JSON.stringify([named, others]);
}

function decodeBase64(text: string): string | undefined {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  try {
    const bytes = Uint8Array.from(atob(standard), (letter) => letter.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const complain = (complaint: string): ReadClaims => ({ ok: false, complaint });
