import { powerMonitor } from './power-monitor.ts';

/** Milliseconds of all sleeps so far. */
let slept = 0;

/** A sleep of the computer: every timer stands still meanwhile, and the time of day goes on. */
export function sleep(milliseconds: number): void {
  powerMonitor.emit('suspend');
  if (slept === 0) globalThis.Date = lateDate(Date);
  slept += milliseconds;
  powerMonitor.emit('resume');
}

const lateDate = (date: DateConstructor): DateConstructor =>
  new Proxy(date, {
    construct: (_date, given, wanted) =>
      Reflect.construct(date, given.length === 0 ? [date.now() + slept] : given, wanted),
    get: (_date, name) => (name === 'now' ? () => date.now() + slept : Reflect.get(date, name)),
  });
