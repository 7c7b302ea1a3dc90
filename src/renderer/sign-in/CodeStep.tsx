import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import type { SignIn } from '../../shared/sign-in.ts';
import { hostOf } from '../../shared/format.ts';
import { useSend } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';
import styles from './SignIn.module.css';
import { StepHeading } from './StepHeading.tsx';
import { TimeLeft } from './TimeLeft.tsx';
import { Whom } from './Whom.tsx';

/** The code to type on another page, perhaps on another device. */
export function CodeStep({ step }: { step: Extract<SignIn, { readonly kind: 'code' }> }) {
  const send = useSend();
  const tell = useTell();

  async function copyCode(): Promise<void> {
    const result = await send('copy-user-code', {});
    if (result.ok) tell('Code copied');
  }

  return (
    <div className={styles.step}>
      <StepHeading>Type this code on the sign-in page</StepHeading>
      <Whom purpose={step.purpose} />
      <p className={styles.code} translate="no">
        {step.userCode}
      </p>
      <p className={styles.text}>
        Open{' '}
        <span className={styles.address} title={step.verificationUri}>
          {hostOf(step.verificationUri)}
        </span>{' '}
        in any browser, on this device or another, and type the code. Only type codes that you asked
        for yourself.
      </p>
      <TimeLeft until={step.expiresAt} label="The code works for" />
      <div className={styles.buttons}>
        <Button onClick={() => void send('cancel-sign-in', {})}>Cancel</Button>
        <Button icon={<CopyRegular />} onClick={() => void copyCode()}>
          Copy code
        </Button>
        <Button
          appearance="primary"
          icon={<OpenRegular />}
          onClick={() => void send('open-device-page', {})}
        >
          Open page
        </Button>
      </div>
    </div>
  );
}
