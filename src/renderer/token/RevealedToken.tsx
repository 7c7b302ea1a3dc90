import { Button } from '@fluentui/react-components';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { useEffect, useState } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useRun } from '../state/commands.ts';
import styles from './Token.module.css';

/**
 * The token's text, only from Reveal to Hide. It lives in this component alone and is dropped when the window loses
 * the focus, is hidden or locked, and when the token or the panel goes.
 */
export function RevealedToken({ tokenId }: { tokenId: string }) {
  const run = useRun();
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const shown = text !== undefined;

  useEffect(() => {
    if (!shown) return undefined;
    const hide = () => setText(undefined);
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [shown]);

  async function reveal(): Promise<void> {
    const result = await run('reveal-token', { tokenId });
    if (result.ok) setText(result.value);
    setProblem(result.ok ? undefined : result.problem);
  }

  return (
    <div className={styles.reveal}>
      <Button
        icon={shown ? <EyeOffRegular /> : <EyeRegular />}
        onClick={() => (shown ? setText(undefined) : void reveal())}
      >
        {shown ? 'Hide' : 'Reveal'}
      </Button>
      {shown && (
        <>
          <pre className={styles.tokenText} role="region" aria-label="Token text" tabIndex={0}>
            {text}
          </pre>
          <p className={styles.quiet}>
            Anyone who reads this can act as you until it expires. It hides itself when you leave
            the window.
          </p>
        </>
      )}
      {problem !== undefined && <ProblemBox problem={problem} place={{}} />}
    </div>
  );
}
