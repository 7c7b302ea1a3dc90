import { Button } from '@fluentui/react-components';
import type { SignInPurpose } from '../../shared/app-state.ts';
import { purposeLabel } from '../../shared/format.ts';
import type { Problem } from '../../shared/problem.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { remedyStep } from '../problem/remedy.ts';
import { useSend } from '../state/commands.ts';
import styles from './SignIn.module.css';
import { StepHeading } from './StepHeading.tsx';
import { usePurposeInput } from './use-purpose-input.ts';

interface FailedStepProps {
  readonly purpose: SignInPurpose;
  readonly problem: Problem;
}

/** A sign-in that did not work: why, what to do about it, and the way back. */
export function FailedStep({ purpose, problem }: FailedStepProps) {
  const send = useSend();
  const inputFor = usePurposeInput(purpose);
  const whom = purposeLabel(purpose);
  const retry = () => void send('sign-in', inputFor(purpose.method));
  const place = { retry, cloud: purpose.cloud, copy: { kind: 'sign-in-problem' } } as const;
  const remedyRetries = remedyStep(problem, place)?.kind === 'retry';

  return (
    <div className={styles.step}>
      <StepHeading>You are not signed in yet</StepHeading>
      {whom !== undefined && <p className={styles.text}>For {whom}</p>}
      <ProblemBox problem={problem} place={place}>
        {!remedyRetries && <Button onClick={retry}>Try again</Button>}
        <Button onClick={() => void send('dismiss-sign-in', {})}>Dismiss</Button>
      </ProblemBox>
    </div>
  );
}
