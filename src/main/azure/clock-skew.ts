import type { Notice } from '../../shared/app-state.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Fetch } from '../core/ports/desktop.ts';

/** Milliseconds of difference that Entra ID and ARM bear with. */
const tolerance = 5 * 60 * 1_000;

/**
 * Watches the `Date` of every answer (https://www.rfc-editor.org/rfc/rfc9110#field.date) and says so when this computer's
 * clock is off: tokens then seem expired or not yet valid, and every other error message misleads.
 */
export function watchClock(
  fetch: Fetch,
  clock: Pick<Clock, 'now'>,
  notice: (notice: Notice) => void,
): Fetch {
  let told = false;
  return async (address, init) => {
    const response = await fetch(address, init);
    const theirs = Date.parse(response.headers.get('date') ?? '');
    const ahead = clock.now() - theirs;
    if (!told && Math.abs(ahead) > tolerance) {
      told = true;
      notice(clockNotice(ahead));
    }
    return response;
  };
}

function clockNotice(ahead: number): Notice {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  return {
    id: 'clock-skew',
    tone: 'warning',
    message: `Your computer's clock is ${minutes} minutes ${ahead > 0 ? 'ahead of' : 'behind'} Azure's. Set it to the right time: tokens may be refused until then.`,
  };
}
