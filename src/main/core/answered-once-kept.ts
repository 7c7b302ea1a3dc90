import type { CommandName } from '../../shared/contract.ts';
import type { Problem } from '../../shared/problem.ts';
import { fail } from '../../shared/problem.ts';
import type { RunCommand } from './commands.ts';

/** The commands whose whole point is that it lasts. Any other has done its work, whatever the disk takes. */
const lasting: readonly CommandName[] = [
  'choose-default',
  'create-context',
  'change-context',
  'delete-context',
  'use-context',
  'label-account',
  'label-tenant',
  'order-accounts',
  'order-tenants',
  'set-favourite',
  'collapse-tenant',
];

/** The same commands, each answered once what the person did with it is kept, or with why it can't be. */
export function answeredOnceKept(run: RunCommand, keep: () => Promise<void>): RunCommand {
  return async (name, input, surface) => {
    const answer = await run(name, input, surface);
    try {
      await keep();
    } catch (error) {
      if (answer.ok && lasting.includes(name)) return fail(notKept(error));
    }
    return answer;
  };
}

const notKept = (error: unknown): Problem => ({
  kind: 'vault',
  message:
    'This is so until Azimuth ends, but could not be written to the disk. Check the free space and the permissions of Azimuth’s folder; it is tried again while Azimuth runs.',
  detail: String(error),
});
