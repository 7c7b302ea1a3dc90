import type { NewGrant } from '../../shared/grant-input.ts';
import { countOf } from '../../shared/format.ts';
import type { Grant } from '../../shared/grant.ts';
import { isCalled } from '../../shared/grant.ts';
import type { GrantFacts } from '../../shared/grant-snippet.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { aimAt } from './token-aim.ts';
import { lockedProblem } from './lock.ts';
import type { Clock } from './ports/clock.ts';
import type { GrantKeys } from './ports/programs.ts';
import type { Secret } from './secret.ts';
import type { Store } from './store.ts';

export interface GrantDeps {
  readonly store: Store;
  readonly keys: GrantKeys;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Whose header secret was shown. */
export type Identified =
  | { readonly kind: 'grant'; readonly grant: Grant }
  | { readonly kind: 'expired' | 'revoked' | 'signed-out'; readonly name: string }
  | { readonly kind: 'unknown' };

export interface Grants {
  create(ask: NewGrant, forCommand?: boolean): Result<Grant>;
  /** Lets it end so many minutes from now, whenever it was to end before. */
  lastFor(grantId: string, minutes: number): Result<null>;
  revoke(grantId: string): Result<null>;
  identify(shown: string): Identified;
  /** The header secret, and what goes with it, of a grant that stands. */
  facts(grantId: string): Result<{ readonly grant: Grant; readonly facts: GrantFacts }>;
}

/** How many grants may stand at once. */
const grantsAtMost = 50;

/** How many secrets are known, those of grants that ended included: whoever still shows one is told why it fails. */
const keysAtMost = 200;

interface Key {
  readonly secret: Secret;
  readonly name: string;
  readonly accountKey: string;
  expiresAt: number;
  cancelEnd: () => void;
}

/** Grants live in memory: what stands in the state is granted, and with the program everything granted ends. */
export function createGrants({ store, keys, clock, newId }: GrantDeps): Grants {
  const known = new Map<string, Key>();

  const standing = (grantId: string): Grant | undefined =>
    store.state().grants.find(({ id }) => id === grantId);

  const end = (grantId: string): void => store.apply({ kind: 'grant-ended', grantId });

  const endAt = (grantId: string, at: number): (() => void) =>
    clock.after(at - clock.now(), () => end(grantId));

  const keep = ({ id: grantId, name, accountKey, expiresAt }: Grant): void => {
    const cancelEnd = endAt(grantId, expiresAt);
    known.set(grantId, { secret: keys.create(), name, accountKey, expiresAt, cancelEnd });
    for (const id of known.keys()) {
      if (known.size <= keysAtMost) return;
      if (!standing(id)) known.delete(id);
    }
  };

  return {
    create(ask, forCommand = false) {
      const state = store.state();
      if (state.lock.kind === 'locked') return fail(lockedProblem);
      if (state.grants.length >= grantsAtMost) return fail(tooMany);
      if (state.grants.some((one) => isCalled(one, ask.name))) return fail(taken(ask.name));
      const aim = aimAt(state, ask.target);
      if (!aim.ok) return aim;
      const { account, tenantId, subscriptionId, context } = aim.value;
      const now = clock.now();
      const grant: Grant = {
        id: newId(),
        name: ask.name,
        accountKey: account.key,
        tenantId,
        ...(subscriptionId === undefined ? {} : { subscriptionId }),
        ...(context === undefined ? {} : { context }),
        audiences: ask.audiences,
        forCommand,
        createdAt: now,
        expiresAt: now + ask.minutes * 60_000,
        uses: 0,
      };
      keep(grant);
      store.apply({ kind: 'granted', grant });
      return succeed(grant);
    },
    lastFor(grantId, minutes) {
      const key = known.get(grantId);
      // A computer that slept wakes its timers late: what is over is not begun again.
      if (!standing(grantId) || !key || key.expiresAt <= clock.now()) return fail(gone);
      key.cancelEnd();
      key.expiresAt = clock.now() + minutes * 60_000;
      key.cancelEnd = endAt(grantId, key.expiresAt);
      store.apply({ kind: 'grant-changed', grantId, expiresAt: key.expiresAt });
      return succeed(null);
    },
    revoke(grantId) {
      if (!standing(grantId)) return fail(gone);
      end(grantId);
      return succeed(null);
    },
    identify(shown) {
      for (const [id, { secret, name, accountKey, expiresAt }] of known) {
        if (!keys.isSame(shown, secret)) continue;
        // A computer that slept wakes its timers late.
        if (expiresAt <= clock.now()) return { kind: 'expired', name };
        const grant = standing(id);
        if (grant) return { kind: 'grant', grant };
        const isSignedIn = store.state().accounts.some(({ key }) => key === accountKey);
        return { kind: isSignedIn ? 'revoked' : 'signed-out', name };
      }
      return { kind: 'unknown' };
    },
    facts(grantId) {
      const grant = standing(grantId);
      const key = known.get(grantId);
      if (!grant || !key) return fail(gone);
      const { endpoint } = store.state();
      if (endpoint.kind !== 'on') return fail(endpointOff);
      const { tenantId, subscriptionId } = grant;
      const facts = {
        address: endpoint.address,
        header: key.secret.reveal(),
        tenantId,
        ...(subscriptionId === undefined ? {} : { subscriptionId }),
        containers: endpoint.containers,
      };
      return succeed({ grant, facts });
    },
  };
}

const gone: Problem = {
  kind: 'expired',
  message: 'This grant is over. Make a new one.',
};

const taken = (name: string): Problem => ({
  kind: 'invalid-input',
  message: `There is a grant “${name}” already. Choose another name.`,
  field: 'name',
});

const tooMany: Problem = {
  kind: 'invalid-input',
  message: `There are ${countOf(grantsAtMost, 'grant')} already. Revoke one that is no longer needed.`,
};

export const endpointOff: Problem = {
  kind: 'endpoint',
  message: 'The SDK endpoint is off. Switch it on first.',
};
