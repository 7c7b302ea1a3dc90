import type { Notice } from '../../shared/app-state.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Fetch } from '../core/ports/desktop.ts';
import type { Store } from '../core/store.ts';

/** Milliseconds of difference that Entra ID and ARM bear with. */
const tolerance = 5 * 60 * 1_000;

/** Milliseconds of difference below which it is over: what was dismissed must not come again with each second to and fro. */
const rightEnough = 4 * 60 * 1_000;

const noticeId = 'clock-skew';

/**
 * Watches the `Date` of every answer (https://www.rfc-editor.org/rfc/rfc9110#field.date) and says so when this computer's
 * clock is off: tokens then seem expired or not yet valid, and every other error message misleads. It is said once for each
 * direction, and taken back when the clock is right.
 */
export function watchClock(
  fetch: Fetch,
  clock: Pick<Clock, 'now'>,
  store: Pick<Store, 'apply'>,
): Fetch {
  /** 1 for ahead, -1 for behind, 0 for right enough. */
  let told = 0;
  return async (address, init) => {
    const asked = clock.now();
    const response = await fetch(address, init);
    const theirs = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(theirs)) return response;
    const ahead = aheadOf(theirs, asked, clock.now());
    const borne = Math.sign(ahead) === told ? rightEnough : tolerance;
    const direction = Math.abs(ahead) > borne ? Math.sign(ahead) : 0;
    if (direction === told) return response;
    told = direction;
    store.apply(
      direction === 0
        ? { kind: 'notice-dismissed', noticeId }
        : { kind: 'noticed', notice: clockNotice(ahead) },
    );
    return response;
  };
}

/**
 * Milliseconds that our clock is ahead; negative where it is behind. An answer that says any time between its question and
 * its arrival is right: the computer may have slept between the two.
 */
function aheadOf(theirs: number, asked: number, answered: number): number {
  const nearest = Math.min(Math.max(theirs, Math.min(asked, answered)), Math.max(asked, answered));
  return nearest - theirs;
}

function clockNotice(ahead: number): Notice {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  return {
    id: noticeId,
    tone: 'warning',
    message: `Your computer's clock is ${minutes} minutes ${ahead > 0 ? 'ahead of' : 'behind'} Azure's. Set it to the right time: tokens may be refused until then.`,
  };
}
