import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { exportJWK, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { SelfSigned } from '../certificate.ts';

/** The key that signs every token of this cloud, and its public half. */
export interface SigningKeys {
  /** A real RS256 JWT; `kid` and `x5t` in the header as Entra ID has them. */
  sign(claims: JWTPayload): Promise<string>;
  readonly publicKey: KeyObject;
  /** What `…/discovery/v2.0/keys` answers. */
  readonly keySet: { readonly keys: readonly JWK[] };
}

export async function createSigningKeys(source: SelfSigned): Promise<SigningKeys> {
  const privateKey = createPrivateKey(source.privateKey);
  const publicKey = createPublicKey(source.certificate);
  const thumbprint = createHash('sha1').update(source.der).digest('base64url');
  const jwk: JWK = {
    ...(await exportJWK(publicKey)),
    use: 'sig',
    kid: thumbprint,
    x5t: thumbprint,
    x5c: [source.der.toString('base64')],
  };
  const header = { alg: 'RS256', typ: 'JWT', kid: thumbprint, x5t: thumbprint };
  return {
    publicKey,
    keySet: { keys: [jwk] },
    sign: (claims) => new SignJWT(claims).setProtectedHeader(header).sign(privateKey),
  };
}
