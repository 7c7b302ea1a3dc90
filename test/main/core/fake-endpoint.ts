import type { Listen } from '../../../src/main/core/endpoint.ts';
import type { GrantKeys } from '../../../src/main/core/ports.ts';
import { secret } from '../../../src/main/core/secret.ts';
import type { EndpointService } from '../../../src/main/core/serve-sdks.ts';
import type { Problem } from '../../../src/shared/problem.ts';
import { fail, succeed } from '../../../src/shared/problem.ts';

/** Secrets that count: `key-1`, `key-2`, … */
export function createFakeKeys(): GrantKeys {
  let count = 0;
  return {
    create() {
      count += 1;
      return secret(`key-${count}`);
    },
    isSame: (shown, known) => shown === known.reveal(),
  };
}

/** A listener without a network, which records what was done to it. */
export interface FakeListener {
  readonly listen: Listen;
  readonly deeds: string[];
  /** What the program of a test would talk to, while it listens. */
  service: EndpointService | undefined;
  refuse: Problem | undefined;
}

export function createFakeListener(): FakeListener {
  const fake: FakeListener = {
    deeds: [],
    service: undefined,
    refuse: undefined,
    async listen(service, wanted) {
      if (fake.refuse) return fail(fake.refuse);
      const port = wanted === 0 ? 40_001 : wanted;
      fake.deeds.push(`listen ${port}`);
      fake.service = service;
      return succeed({
        address: `http://127.0.0.1:${port}/msi/token`,
        port,
        async close() {
          fake.deeds.push(`close ${port}`);
          fake.service = undefined;
        },
      });
    },
  };
  return fake;
}
