import { Button } from '@fluentui/react-components';
import { GlobeRegular } from '@fluentui/react-icons/svg/globe';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import type { SignIn } from '../../shared/sign-in.ts';
import { useSend } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './SignIn.module.css';
import { signInAgain } from './sign-in-again.ts';
import { StepHeading } from './StepHeading.tsx';
import { StillWaiting } from './StillWaiting.tsx';
import { TimeLeft } from './TimeLeft.tsx';
import { Whom } from './Whom.tsx';

type Step = Extract<SignIn, { readonly kind: 'browser' }>;

/** The page waits somewhere outside, and we wait for the person to come back from it. */
export function BrowserStep({ step }: { step: Step }) {
  const send = useSend();
  const tell = useTell();
  const copying = step.browser === 'copy';

  async function copyLink(): Promise<void> {
    const result = await send('copy-sign-in-link', {});
    if (result.ok) tell('Sign-in link copied');
  }

  async function goOnWithCode(): Promise<void> {
    const cancelled = await send('cancel-sign-in', {});
    if (cancelled.ok) await send('sign-in', signInAgain(step.purpose, 'device-code'));
  }

  return (
    <div className={styles.step}>
      <span className={styles.badge}>{copying ? <LinkRegular /> : <GlobeRegular />}</span>
      <StepHeading>
        {copying ? 'Your sign-in link is ready' : 'Continue in your browser'}
      </StepHeading>
      <Whom purpose={step.purpose} />
      <Explanation step={step} />
      <TimeLeft until={step.expiresAt} label="Time left" />
      <div className={styles.buttons}>
        <Button onClick={() => void send('cancel-sign-in', {})}>Cancel</Button>
        <Button
          appearance={copying ? 'primary' : 'secondary'}
          icon={<LinkRegular />}
          onClick={() => void copyLink()}
        >
          Copy sign-in link
        </Button>
      </div>
      <StillWaiting cloud={step.purpose.cloud}>
        {!copying && (
          <p className={styles.hint}>
            Another browser or profile? Copy the link and open it there.
          </p>
        )}
      </StillWaiting>
      <div className={styles.buttons}>
        {copying && (
          <Button appearance="transparent" onClick={() => void send('open-sign-in-page', {})}>
            Open in default browser
          </Button>
        )}
        <Button appearance="transparent" onClick={() => void goOnWithCode()}>
          Use a device code instead
        </Button>
      </div>
    </div>
  );
}

function Explanation({ step: { browser } }: { step: Step }) {
  const { privateBrowser } = useSlice('about');
  const back = 'Come back here when you are done; this page follows by itself.';
  switch (browser) {
    case 'default':
      return <p className={styles.text}>Your browser is open. {back}</p>;
    case 'private':
      return (
        <p className={styles.text}>
          A private window of {privateBrowser} is open; nobody is signed in there yet. {back}
        </p>
      );
    case 'copy':
      return (
        <p className={styles.text}>
          Nothing has been opened. Copy the link and open it in any browser or profile on this
          computer. {back}
        </p>
      );
  }
}
