import { useCallback, useRef, useState } from 'react';
import type { CommandAnswer, CommandInput, CommandName } from '../../shared/contract.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { fail } from '../../shared/problem.ts';
import { useReport } from './feedback.ts';
import { useWindow } from './window-context.ts';

export type Run = <N extends CommandName>(
  name: N,
  input: CommandInput<N>,
) => Promise<Result<CommandAnswer<N>>>;

/** Sends a command and answers with its result, also where the bridge itself breaks. The caller shows the problem. */
export function useRun(): Run {
  const { bridge } = useWindow();
  return useCallback(
    async (name, input) => {
      try {
        return await bridge.run(name, input);
      } catch (error) {
        return fail({
          kind: 'unexpected',
          message: 'Azimuth could not do that. Try again; if it stays so, restart the app.',
          detail: error instanceof Error ? error.message : String(error),
        });
      }
    },
    [bridge],
  );
}

/** Problems that nobody has to be told: the person cancelled, and sign-in shows its own. */
const isToldElsewhere = (name: CommandName, { kind }: Problem): boolean =>
  kind === 'cancelled' || (name === 'sign-in' && kind !== 'invalid-input');

/** Sends a command whose failure is reported as a toast. */
export function useSend(): Run {
  const run = useRun();
  const report = useReport();
  return useCallback(
    async (name, input) => {
      const result = await run(name, input);
      if (!result.ok && !isToldElsewhere(name, result.problem)) report(result.problem);
      return result;
    },
    [run, report],
  );
}

export interface Action<N extends CommandName> {
  readonly busy: boolean;
  /** Why the last try failed, to be shown beside what was clicked. */
  readonly problem: Problem | undefined;
  readonly start: (input: CommandInput<N>) => Promise<Result<CommandAnswer<N>>>;
  readonly clear: () => void;
}

/** A command that belongs to one place in the window, which shows its progress and its problem there. */
export function useAction<N extends CommandName>(name: N): Action<N> {
  const run = useRun();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const latest = useRef(0);

  const start = useCallback(
    async (input: CommandInput<N>) => {
      const turn = (latest.current += 1);
      setBusy(true);
      setProblem(undefined);
      const result = await run(name, input);
      if (latest.current !== turn) return result;
      setBusy(false);
      if (!result.ok) setProblem(result.problem);
      return result;
    },
    [name, run],
  );
  const clear = useCallback(() => setProblem(undefined), []);
  return { busy, problem, start, clear };
}
