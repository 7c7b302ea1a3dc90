/** What a client's `claims` parameter asks of the access token, as far as this cloud understands it. */
export interface ClaimsRequest {
  /** Client capabilities (`CP1`: the client handles claims challenges). */
  readonly capabilities: readonly string[];
  /** A sign-in after this moment (seconds since the epoch) is wanted. */
  readonly signInAfter: number | undefined;
  /** An authentication context or a Conditional Access policy must be satisfied: step up. */
  readonly stepUp: boolean;
}

const nothing: ClaimsRequest = { capabilities: [], signInAfter: undefined, stepUp: false };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the OpenID Connect `claims` parameter; malformed JSON gives `undefined`.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readClaims(text: string | undefined): ClaimsRequest | undefined {
  if (text === undefined || text === '') return nothing;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const wanted = isRecord(parsed) ? parsed['access_token'] : undefined;
  if (!isRecord(wanted)) return nothing;
  const { xms_cc: capabilities, nbf } = wanted;
  const values = isRecord(capabilities) ? capabilities['values'] : undefined;
  const after = isRecord(nbf) ? Number(nbf['value']) : Number.NaN;
  return {
    capabilities: Array.isArray(values) ? values.map(String) : [],
    signInAfter: Number.isFinite(after) ? after : undefined,
    stepUp: ['acrs', 'acr', 'capolids', 'polids'].some((name) => isRecord(wanted[name])),
  };
}
