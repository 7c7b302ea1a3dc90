import type { z } from 'zod';
import type { HandOut } from '../../shared/app-state.ts';
import type { CommandAnswer, CommandInput, CommandName } from '../../shared/contract.ts';
import { commandInputs } from '../../shared/contract.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';

/** One row a command; the input is already checked. */
export type CommandHandlers = {
  readonly [N in CommandName]: (
    input: CommandInput<N>,
    surface: HandOut['surface'],
  ) => Promise<Result<CommandAnswer<N>>>;
};

/** Runs a command of any surface. Whatever happens inside, the answer is data. */
export type RunCommand = <N extends CommandName>(
  name: N,
  input: unknown,
  surface: HandOut['surface'],
) => Promise<Result<CommandAnswer<N>>>;

export function createCommands(
  handlers: CommandHandlers,
  failed: (name: CommandName, error: unknown) => void,
  refuse: (name: CommandName) => Problem | undefined = () => undefined,
): RunCommand {
  return async (name, input, surface) => {
    const refused = refuse(name);
    if (refused) return fail(refused);
    const schema: z.ZodType = commandInputs[name];
    const parsed = schema.safeParse(input);
    if (!parsed.success) return fail(invalidInput(parsed.error));
    try {
      return await handlers[name](parsed.data as never, surface);
    } catch (error) {
      failed(name, error);
      return fail(unexpected);
    }
  };
}

const unexpected: Problem = {
  kind: 'unexpected',
  message: 'Something went wrong inside Azimuth. The log has the details.',
  remedy: { kind: 'retry' },
};

function invalidInput(error: z.ZodError): Problem {
  const [issue] = error.issues;
  return {
    kind: 'invalid-input',
    message: issue?.message ?? 'That input can not be used.',
    ...(issue && issue.path.length > 0 ? { detail: `in ${issue.path.join('.')}` } : {}),
  };
}

/** The answer of a command that has nothing to say. */
export async function done(work: Promise<unknown>): Promise<Result<null>> {
  await work;
  return succeed(null);
}
