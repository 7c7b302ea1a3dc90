import { Button } from '@fluentui/react-components';
import type { SignInPurpose } from '../../shared/sign-in.ts';
import type { Problem } from '../../shared/problem.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { remedyStep } from '../problem/remedy.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './SignIn.module.css';
import { signInAfter, signInAgain } from './sign-in-again.ts';
import { StepHeading } from './StepHeading.tsx';
import { Whom } from './Whom.tsx';

interface FailedStepProps {
  readonly purpose: SignInPurpose;
  readonly problem: Problem;
}

/** A sign-in that did not work: why, what to do about it, and the way back. */
export function FailedStep({ purpose, problem }: FailedStepProps) {
  const send = useSend();
  const isFirst = useSlice('accounts').length === 0;
  const retry = () => void send('sign-in', signInAgain(purpose, purpose.method));
  const signIn = signInAfter(purpose, problem);
  const place = { retry, signIn, copy: { kind: 'sign-in-problem' } } as const;
  const step = remedyStep(problem, place)?.kind;
  const isForOthers = problem.kind === 'wrong-account';
  const remedyRetries = step === 'retry' || (step === 'sign-in' && !isForOthers);
  const isInVain = problem.kind === 'not-enough';

  return (
    <div className={styles.step}>
      <StepHeading>
        {isFirst ? 'You are not signed in yet' : 'The sign-in did not work'}
      </StepHeading>
      <Whom purpose={purpose} />
      <ProblemBox problem={problem} place={place}>
        {!remedyRetries && !isInVain && <Button onClick={retry}>Try again</Button>}
        <Button onClick={() => void send('dismiss-sign-in', {})}>Dismiss</Button>
      </ProblemBox>
    </div>
  );
}
