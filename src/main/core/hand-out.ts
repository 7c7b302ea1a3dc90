import type { Asker, HandOut } from '../../shared/app-state.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Clock } from './ports/clock.ts';
import type { Minted } from './mint-token.ts';
import type { Store } from './store.ts';
import { noteHandOut } from './note-usage.ts';

export interface Recorder {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Writes one hand-out into the activity list: what, to whom, until when; never the token. */
export function recordHandOut(
  recorder: Recorder,
  { issued }: Minted,
  how: Pick<HandOut, keyof Asker | 'act'>,
  grantId?: string,
): void {
  const { store, clock, newId } = recorder;
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
      accountKey: issued.accountKey,
      tenantId: issued.tenantId,
      ...(issued.subscriptionId === undefined ? {} : { subscriptionId: issued.subscriptionId }),
      expiresAt: issued.expiresAt,
    },
  });
  noteHandOut(recorder, issued, how.surface);
}

export const nobodyWaits: Problem = {
  kind: 'expired',
  message: 'Whoever asked for this token does not wait for it any more.',
};
