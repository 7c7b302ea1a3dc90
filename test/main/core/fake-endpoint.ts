import type { Listen } from '../../../src/main/core/listener.ts';
import type { GrantKeys } from '../../../src/main/core/ports/programs.ts';
import { secret } from '../../../src/main/core/secret.ts';
import type { EndpointService } from '../../../src/main/core/serve-sdks.ts';
import { loopbackAddress } from '../../../src/shared/container-door.ts';
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
      const port = wanted.port === 0 ? 40_001 : wanted.port;
      const place = wanted.address === loopbackAddress ? port : `${wanted.address}:${port}`;
      fake.deeds.push(`listen ${place}`);
      fake.service = service;
      return succeed({
        address: `http://${wanted.address}:${port}/msi/token`,
        port,
        alsoKnownAs(hostName) {
          if (hostName !== undefined) fake.deeds.push(`answer at ${place} to ${hostName}`);
        },
        async close() {
          fake.deeds.push(`close ${place}`);
          if (place === port) fake.service = undefined;
        },
      });
    },
  };
  return fake;
}
