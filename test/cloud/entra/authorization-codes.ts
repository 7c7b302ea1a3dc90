import { createHash } from 'node:crypto';
import type { Tenant } from '../directory/model.ts';
import type { SignIn, World } from '../world.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';

/** What an authorization code stands for until it is redeemed. */
export interface CodeGrant {
  readonly signIn: SignIn;
  readonly tenant: Tenant;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly codeChallenge: string | undefined;
  readonly capabilities: readonly string[];
}

export interface AuthorizationCodes {
  issue(grant: CodeGrant): string;
  redeem(code: string, by: Redemption): CodeGrant | Refusal;
}

export interface Redemption {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeVerifier: string | undefined;
}

const lifetime = 10 * 60 * 1000;

function checkProof(challenge: string | undefined, verifier: string | undefined): Refusal | true {
  if (challenge === undefined) return verifier === undefined ? true : refuse(501481);
  if (verifier === undefined) return refuse(50148);
  const proof = createHash('sha256').update(verifier).digest('base64url');
  return proof === challenge ? true : refuse(501481);
}

/** Codes are good once, for ten minutes, for the client and the redirect URI they were made for. */
export function createAuthorizationCodes(world: World): AuthorizationCodes {
  const open = new Map<string, { readonly grant: CodeGrant; readonly expiresAt: number }>();
  const redeemed = new Set<string>();
  return {
    issue: (grant) => {
      const code = world.secrets.create('1.AXkB', 120);
      open.set(code, { grant, expiresAt: world.clock.now() + lifetime });
      return code;
    },
    redeem: (code, by) => {
      if (redeemed.has(code)) return refuse(54005);
      const found = open.get(code);
      if (!found) return refuse(9002313);
      const { grant, expiresAt } = found;
      if (world.clock.now() > expiresAt) return refuse(70008);
      if (grant.clientId !== by.clientId) return refuse(70000);
      if (grant.redirectUri !== by.redirectUri) {
        return refuse(500112, { redirectUri: by.redirectUri, expected: grant.redirectUri });
      }
      const proof = checkProof(grant.codeChallenge, by.codeVerifier);
      if (isRefusal(proof)) return proof;
      open.delete(code);
      redeemed.add(code);
      return grant;
    },
  };
}
