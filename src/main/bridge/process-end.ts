import type { Clock } from '../core/ports/clock.ts';
import { errorCode } from './error-code.ts';

/** Milliseconds between two looks. Nothing tells a process of the end of another one that it did not start. */
const between = 500;

/** Calls back once the process has ended, however it did. */
export function whenProcessEnds(pid: number, clock: Pick<Clock, 'after'>, ended: () => void): void {
  clock.after(between, () => {
    if (isThere(pid)) whenProcessEnds(pid, clock, ended);
    else ended();
  });
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's by now.
    return errorCode(error) === 'EPERM';
  }
}
