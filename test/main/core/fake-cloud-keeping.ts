import type { CloudDeps } from '../../../src/main/core/clouds.ts';
import type { Clouds, CustomCloud } from '../../../src/shared/cloud.ts';
import type { CloudInput } from '../../../src/shared/cloud-input.ts';
import type { Result } from '../../../src/shared/problem.ts';
import { succeed } from '../../../src/shared/problem.ts';

/** Clouds that answer as the test says, and the file of them in memory. */
export interface FakeCloudKeeping extends Pick<CloudDeps, 'scout' | 'save'> {
  readonly asked: CloudInput[];
  readonly saved: Clouds[];
  /** By default every cloud is what it says, at the authority `https://login.NAME.example`. */
  answer: (input: CloudInput) => Result<CustomCloud>;
  /** Why nothing can be written, if it can't. */
  broken: Error | undefined;
}

export function createFakeCloudKeeping(): FakeCloudKeeping {
  const keeping: FakeCloudKeeping = {
    asked: [],
    saved: [],
    broken: undefined,
    answer: (input) =>
      succeed({
        ...input,
        authority: input.authority ?? `https://login.${input.name.toLowerCase()}.example`,
        audience: input.audience ?? `${input.resourceManager}/`,
      }),
    scout: {
      async look(input) {
        keeping.asked.push(input);
        return keeping.answer(input);
      },
    },
    async save(clouds) {
      if (keeping.broken) throw keeping.broken;
      keeping.saved.push(clouds);
    },
  };
  return keeping;
}
