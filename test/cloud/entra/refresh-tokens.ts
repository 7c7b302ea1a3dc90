import type { SignIn, World } from '../world.ts';
import type { TokenClient } from './mint.ts';
import { refuse, type Refusal } from './refusal.ts';

interface RefreshGrant {
  readonly signIn: SignIn;
  readonly client: TokenClient;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
}

/** Refresh tokens: good for every tenant and API, rotating, and shared among a family's clients. */
export interface RefreshTokens {
  issue(signIn: SignIn, client: TokenClient): string;
  redeem(token: string, client: TokenClient): SignIn | Refusal;
}

/** Unused this long, a refresh token dies; every redemption gives a new one. */
const inactivity = 90 * 24 * 60 * 60 * 1000;

/**
 * As Entra ID does it, an old refresh token stays good after it was exchanged for a new one.
 * https://learn.microsoft.com/entra/identity-platform/refresh-tokens
 */
export function createRefreshTokens(world: World): RefreshTokens {
  const grants = new Map<string, RefreshGrant>();
  return {
    issue: (signIn, client) => {
      const token = world.secrets.create('1.AXkA', 180);
      grants.set(token, { signIn, client, issuedAt: world.clock.now() });
      return token;
    },
    redeem: (token, client) => {
      const grant = grants.get(token);
      if (!grant) return refuse(9002313);
      const sameFamily = grant.client.family !== undefined && grant.client.family === client.family;
      if (grant.client.id !== client.id && !sameFamily) return refuse(70000);
      if (world.clock.now() - grant.issuedAt > inactivity) {
        const issued = new Date(grant.issuedAt).toISOString();
        return refuse(700082, { issued, inactive: '90.00:00:00' });
      }
      return grant.signIn;
    },
  };
}
