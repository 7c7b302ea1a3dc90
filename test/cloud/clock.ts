/** The server's time: the machine's, moved by an offset, so that tests can skew or advance it. */
export interface Clock {
  /** Milliseconds since the epoch, as this cloud sees it. */
  now(): number;
  /** Whole seconds since the epoch, the unit of every claim in a token. */
  seconds(): number;
}

export interface AdjustableClock extends Clock {
  setOffset(milliseconds: number): void;
}

export function createClock(): AdjustableClock {
  let offset = 0;
  const now = (): number => Date.now() + offset;
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    setOffset: (milliseconds) => {
      offset = milliseconds;
    },
  };
}
