/** The addresses an app has opened, in order; each is given to one waiter. */
export interface OpenedAddresses {
  add(url: string): void;
  all(): readonly string[];
  next(matches?: (url: string) => boolean): Promise<string>;
}

export function openedAddresses(): OpenedAddresses {
  let all: readonly string[] = [];
  let unclaimed: readonly string[] = [];
  let waiters: readonly { matches(url: string): boolean; resolve(url: string): void }[] = [];

  return {
    all: () => all,
    add: (url) => {
      all = [...all, url];
      const waiter = waiters.find((candidate) => candidate.matches(url));
      waiters = waiters.filter((candidate) => candidate !== waiter);
      if (waiter) waiter.resolve(url);
      else unclaimed = [...unclaimed, url];
    },
    next: (matches = () => true) => {
      const found = unclaimed.find(matches);
      if (found !== undefined) {
        unclaimed = unclaimed.toSpliced(unclaimed.indexOf(found), 1);
        return Promise.resolve(found);
      }
      return new Promise((resolve) => (waiters = [...waiters, { matches, resolve }]));
    },
  };
}
