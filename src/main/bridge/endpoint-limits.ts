import type { Clock } from '../core/ports/clock.ts';
import type { RateLimit } from './rate-limit.ts';
import { createRateLimit } from './rate-limit.ts';

/** How many requests are answered a minute. */
export interface EndpointLimits {
  readonly perGrant: number;
  /** Those of a grant that want another token than the cached one: each is a call to Entra ID. */
  readonly freshPerGrant: number;
  /** Those with a header that opens nothing. */
  readonly wrongHeaders: number;
}

/** Far above what programs need, whose SDKs keep their tokens; far below what a loop gone wild asks. */
export const endpointLimits: EndpointLimits = {
  perGrant: 1_200,
  freshPerGrant: 30,
  wrongHeaders: 60,
};

/** Counts the requests at all addresses of the endpoint together. The answers are seconds to wait; 0 means go on. */
export interface EndpointCounters {
  readonly wrongHeader: RateLimit;
  perGrant(grantId: string, isForFresh: boolean): number;
}

/** One limit a grant; those of grants that ended long ago go first. */
export function createEndpointCounters(limits: EndpointLimits, clock: Clock): EndpointCounters {
  const known = new Map<string, { readonly all: RateLimit; readonly fresh: RateLimit }>();
  const limitsOf = (grantId: string): { readonly all: RateLimit; readonly fresh: RateLimit } => {
    const found = known.get(grantId);
    if (found) return found;
    const [oldest] = known.keys();
    if (known.size >= 200 && oldest !== undefined) known.delete(oldest);
    const made = {
      all: createRateLimit(limits.perGrant, clock),
      fresh: createRateLimit(limits.freshPerGrant, clock),
    };
    known.set(grantId, made);
    return made;
  };
  return {
    wrongHeader: createRateLimit(limits.wrongHeaders, clock),
    perGrant(grantId, isForFresh) {
      const { all, fresh } = limitsOf(grantId);
      return all() || (isForFresh ? fresh() : 0);
    },
  };
}
