import type { Problem } from '../../shared/problem.ts';

/** What happens to an account whose cloud somebody took out of `cloud.json`. It is kept, and works again with its cloud. */
export const unknownCloud = (cloud: string): Problem => ({
  kind: 'unknown-cloud',
  message: `The cloud '${cloud}' is not set up here. Add it again under Clouds, or sign the account out.`,
  remedy: { kind: 'set-up-cloud', cloud },
});
