import { Button } from '@fluentui/react-components';
import { GlobeRegular } from '@fluentui/react-icons/svg/globe';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import type { SignInPurpose } from '../../shared/app-state.ts';
import { purposeLabel } from '../../shared/format.ts';
import { useSend } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';
import styles from './SignIn.module.css';
import { StepHeading } from './StepHeading.tsx';
import { TimeLeft } from './TimeLeft.tsx';
import { usePurposeInput } from './use-purpose-input.ts';

interface BrowserStepProps {
  readonly purpose: SignInPurpose;
  readonly expiresAt: number;
}

/** The browser is open and we wait for the person to come back from it. */
export function BrowserStep({ purpose, expiresAt }: BrowserStepProps) {
  const send = useSend();
  const tell = useTell();
  const inputFor = usePurposeInput(purpose);
  const whom = purposeLabel(purpose);

  async function copyLink(): Promise<void> {
    const result = await send('copy-sign-in-link', {});
    if (result.ok) tell('Sign-in link copied');
  }

  async function goOnWithCode(): Promise<void> {
    const cancelled = await send('cancel-sign-in', {});
    if (cancelled.ok) await send('sign-in', inputFor('device-code'));
  }

  return (
    <div className={styles.step}>
      <span className={styles.badge}>
        <GlobeRegular />
      </span>
      <StepHeading>Continue in your browser</StepHeading>
      <p className={styles.text}>
        Your browser is open{whom === undefined ? '' : ` to sign in ${whom}`}. Come back here when
        you are done; this page follows by itself.
      </p>
      <TimeLeft until={expiresAt} label="Time left" />
      <div className={styles.buttons}>
        <Button onClick={() => void send('cancel-sign-in', {})}>Cancel</Button>
        <Button icon={<LinkRegular />} onClick={() => void copyLink()}>
          Copy sign-in link
        </Button>
      </div>
      <p className={styles.hint}>
        Another browser or profile? Copy the link and open it there. No browser on this
        computer?{' '}
      </p>
      <Button appearance="transparent" onClick={() => void goOnWithCode()}>
        Use a device code instead
      </Button>
    </div>
  );
}
