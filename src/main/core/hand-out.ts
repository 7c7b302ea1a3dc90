import type { Asker, HandOut } from '../../shared/app-state.ts';
import type { Clock } from './ports/clock.ts';
import type { Minted } from './issue-token.ts';
import type { Store } from './store.ts';

export interface Recorder {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Writes one hand-out into the activity list: what, to whom, until when; never the token. */
export function recordHandOut(
  { store, clock, newId }: Recorder,
  { issued }: Minted,
  how: Pick<HandOut, keyof Asker | 'act'>,
  grantId?: string,
): void {
  store.apply({
    kind: 'handed-out',
    ...(grantId === undefined ? {} : { grantId }),
    handOut: {
      ...how,
      id: newId(),
      at: clock.now(),
      audience: issued.audience,
      ...(issued.context === undefined ? {} : { context: issued.context }),
      username: issued.username,
      tenantId: issued.tenantId,
      expiresAt: issued.expiresAt,
    },
  });
}
