import { formatDateTime } from '../../shared/format.ts';

export interface ClaimRow {
  readonly name: string;
  /** The value as Entra ID wrote it; lists and objects as JSON. */
  readonly value: string;
  /** What the claim means, for the best-known ones. */
  readonly note: string | undefined;
  /** The value as a date, for the claims that are moments. */
  readonly date: string | undefined;
}

/** Claims that are seconds since 1970 (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference). */
const moments: ReadonlySet<string> = new Set(['exp', 'iat', 'nbf', 'auth_time', 'xms_tcdt']);

const notes: Readonly<Record<string, string>> = {
  aud: 'Service it is for',
  iss: 'Issuer',
  exp: 'Expires',
  iat: 'Issued',
  nbf: 'Not valid before',
  auth_time: 'Signed in',
  tid: 'Tenant',
  oid: 'Person or application in that tenant',
  sub: 'Person, for this application',
  upn: 'Username',
  unique_name: 'Username',
  preferred_username: 'Username',
  name: 'Display name',
  appid: 'Application that asked',
  azp: 'Application that asked',
  scp: 'Scopes',
  roles: 'Application roles',
  groups: 'Groups',
  amr: 'Ways of signing in',
  acr: 'Strength of the sign-in',
  ipaddr: 'Network address at sign-in',
  idp: 'Identity provider',
  ver: 'Token format',
  wids: 'Directory roles',
  xms_cc: 'Client capabilities',
};

/** The decoded payload as rows, in its own order. */
export function claimRows(claims: Readonly<Record<string, unknown>>): readonly ClaimRow[] {
  return Object.entries(claims).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    note: Object.hasOwn(notes, name) ? notes[name] : undefined,
    date:
      moments.has(name) && typeof value === 'number' ? formatDateTime(value * 1_000) : undefined,
  }));
}
