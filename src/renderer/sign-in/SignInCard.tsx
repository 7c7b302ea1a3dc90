import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { focusSubscriptions } from '../panels/navigation.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { signInHeadingId } from './StepHeading.tsx';
import styles from './SignIn.module.css';
import type { SignInUnderWay } from './SignInProgress.tsx';
import { SignInProgress } from './SignInProgress.tsx';

/** A sign-in while other accounts are in use: over the window, without locking what is behind it. */
export function SignInCard() {
  const signIn = useSlice('signIn');
  return signIn.kind === 'idle' ? null : <OpenCard signIn={signIn} />;
}

function OpenCard({ signIn }: { signIn: SignInUnderWay }) {
  const send = useSend();
  const card = useRef<HTMLElement>(null);

  useEffect(() => {
    const opener = document.activeElement;
    card.current?.focus();
    return () => {
      // Whoever went on elsewhere meanwhile stays there.
      if (document.activeElement !== document.body) return;
      if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected)
        opener.focus();
      else focusSubscriptions();
    };
  }, []);

  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    void send(signIn.kind === 'failed' ? 'dismiss-sign-in' : 'cancel-sign-in', {});
  }

  return (
    <section
      ref={card}
      className={styles.card}
      role="dialog"
      aria-labelledby={signInHeadingId}
      tabIndex={-1}
      onKeyDown={closeOnEscape}
    >
      <SignInProgress signIn={signIn} />
    </section>
  );
}
