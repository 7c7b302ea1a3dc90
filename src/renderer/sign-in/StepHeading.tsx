import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import styles from './SignIn.module.css';

/** The id of the heading that names a sign-in under way. */
export const signInHeadingId = 'sign-in-heading';

/** The heading of a step. The step before took the focus with it; whoever works elsewhere in the window keeps it. */
export function StepHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    if (focused === document.body || focused?.closest('[hidden]')) heading.current?.focus();
  }, []);
  return (
    <h2 ref={heading} id={signInHeadingId} className={styles.heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
