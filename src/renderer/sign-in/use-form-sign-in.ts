import { useEffect, useRef } from 'react';
import type { CommandInput } from '../../shared/contract.ts';
import type { Problem } from '../../shared/problem.ts';
import { useAction, useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { signInHeadingId } from './StepHeading.tsx';

export interface FormSignIn {
  readonly busy: boolean;
  /** What is wrong with what was typed; anything else is shown with the sign-in itself. */
  readonly problem: Problem | undefined;
  readonly start: (input: CommandInput<'sign-in'>) => Promise<void>;
  readonly clear: () => void;
}

const aboutInput: ReadonlySet<Problem['kind']> = new Set(['invalid-input', 'unknown-tenant']);

/** A sign-in that a form starts. The form is done once the person has to look elsewhere. */
export function useFormSignIn(done: () => void): FormSignIn {
  const { busy, problem, start, clear } = useAction('sign-in');
  const send = useSend();
  const isDone = useRef(false);
  const step = useSlice('signIn').kind;
  const waitsElsewhere = busy && (step === 'browser' || step === 'code');

  useEffect(() => {
    if (!waitsElsewhere || isDone.current) return;
    isDone.current = true;
    done();
  }, [waitsElsewhere, done]);

  // The form took the focus with it.
  useEffect(
    () => () => {
      if (isDone.current) document.getElementById(signInHeadingId)?.focus();
    },
    [],
  );

  return {
    busy,
    problem: problem && aboutInput.has(problem.kind) ? problem : undefined,
    async start(input) {
      const result = await start(input);
      // What comes after the form is gone is shown with the sign-in, whatever it is about.
      if (isDone.current) return;
      if (!result.ok && aboutInput.has(result.problem.kind)) await send('dismiss-sign-in', {});
      else done();
    },
    clear,
  };
}
