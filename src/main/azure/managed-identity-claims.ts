import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { ManagedIdentitySource } from '../../shared/managed-identity.ts';
import { plainName } from '../../shared/plain-name.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';

/** https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
const claimsSchema = z.object({
  tid: z.string(),
  oid: z.string(),
  appid: z.string().default(''),
  /** `app` or `user`; where it is missing, `scp` tells: only people's tokens have it. */
  idtyp: z.string().optional(),
  scp: z.string().optional(),
  /** The resource of the identity: a machine, an app, or a user-assigned identity. */
  xms_mirid: z.string().optional(),
  unique_name: z.string().optional(),
});

export interface MachineClaims {
  readonly tenantId: string;
  readonly objectId: string;
  readonly clientId: string;
  readonly displayName: string;
}

/**
 * Who a machine's token is for. Cloud Shell alone hands out tokens of the person at it. Everywhere else a person's token
 * comes from something that only speaks the protocol, such as the endpoint of another Azimuth: nobody has to sign in to
 * that, and an account made of it would end with the program that started this one.
 */
export function readMachineClaims(
  token: string,
  source: ManagedIdentitySource,
): Result<MachineClaims> {
  const parsed = claimsSchema.safeParse(decoded(token));
  if (!parsed.success) {
    return fail({
      kind: 'unexpected-answer',
      message: 'The identity endpoint of this computer gave a token that names nobody.',
    });
  }
  const { tid, oid, appid, idtyp, scp, xms_mirid: resource, unique_name: person } = parsed.data;
  const isPerson = idtyp === 'user' || scp !== undefined;
  if (isPerson && source !== 'cloud-shell') {
    return fail({
      kind: 'no-managed-identity',
      message:
        'The identity endpoint in the environment of this program hands out tokens of a person. It is not of this machine, but perhaps of another Azimuth: sign in as that person instead.',
    });
  }
  const name = isPerson ? person : resource?.split('/').at(-1);
  return succeed({
    tenantId: tid.toLowerCase(),
    objectId: oid.toLowerCase(),
    clientId: (isPerson ? person : undefined) ?? (appid || oid),
    displayName: plainName(name ?? '') || appid || oid,
  });
}

function decoded(token: string): unknown {
  try {
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}
