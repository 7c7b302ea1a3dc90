import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { Minted } from './mint-token.ts';
import type { Clock } from './ports/clock.ts';

/** Tokens that a person may still copy. */
export interface Holding {
  hold(minted: Minted): void;
  /** The token behind a handle, unless it expired or was let go. */
  held(tokenId: string): Result<Minted>;
  letGo(accountKey: string): void;
}

/** How many issued tokens stay at hand for copying; older ones are let go first. */
const heldAtMost = 20;

export function holdTokens(clock: Pick<Clock, 'now'>): Holding {
  const holding = new Map<string, Minted>();
  return {
    hold(minted) {
      holding.set(minted.issued.id, minted);
      const [oldest] = holding.keys();
      if (holding.size > heldAtMost && oldest !== undefined) holding.delete(oldest);
    },
    held(tokenId) {
      const minted = holding.get(tokenId);
      if (minted && minted.issued.expiresAt > clock.now()) return succeed(minted);
      holding.delete(tokenId);
      return fail({ kind: 'expired', message: 'This token expired. Get a new one.' });
    },
    letGo(accountKey) {
      for (const [id, { issued }] of holding) {
        if (issued.accountKey === accountKey) holding.delete(id);
      }
    },
  };
}
