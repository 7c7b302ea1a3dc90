import { Button, Spinner } from '@fluentui/react-components';
import type { SignIn } from '../../shared/sign-in.ts';
import { useSend } from '../state/commands.ts';
import { BrowserStep } from './BrowserStep.tsx';
import { CodeStep } from './CodeStep.tsx';
import { FailedStep } from './FailedStep.tsx';
import styles from './SignIn.module.css';
import { StepHeading } from './StepHeading.tsx';
import { Whom } from './Whom.tsx';

export type SignInUnderWay = Exclude<SignIn, { readonly kind: 'idle' }>;

/** A sign-in from start to end, as a page at first run and as a card later. */
export function SignInProgress({ signIn }: { signIn: SignInUnderWay }) {
  const send = useSend();

  switch (signIn.kind) {
    case 'starting':
      return (
        <div className={styles.step}>
          <Spinner size="medium" aria-hidden="true" />
          <StepHeading>Starting sign-in…</StepHeading>
          <Whom purpose={signIn.purpose} />
          <div className={styles.buttons}>
            <Button onClick={() => void send('cancel-sign-in', {})}>Cancel</Button>
          </div>
        </div>
      );
    case 'browser':
      return <BrowserStep step={signIn} />;
    case 'code':
      return <CodeStep step={signIn} />;
    case 'failed':
      return <FailedStep purpose={signIn.purpose} problem={signIn.problem} />;
  }
}
