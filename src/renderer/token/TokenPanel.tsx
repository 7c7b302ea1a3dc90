import { Spinner } from '@fluentui/react-components';
import type { CommandInput } from '../../shared/contract.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import { useRef } from 'react';
import { SidePanel } from '../panels/SidePanel.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { IssuedTokenCard } from './IssuedTokenCard.tsx';
import styles from './Token.module.css';
import { TokenForm } from './TokenForm.tsx';

/** Asking for a token, and what came of it. */
export function TokenPanel({ target }: { target: TokenTarget }) {
  const token = useSlice('token');
  const issue = useAction('issue-token');
  const lastAsk = useRef<CommandInput<'issue-token'>>(undefined);
  const busy = issue.busy || token.kind === 'issuing';

  function ask(input: CommandInput<'issue-token'>): void {
    lastAsk.current = input;
    void issue.start(input);
  }

  const retry = () => {
    if (lastAsk.current !== undefined) ask(lastAsk.current);
  };
  const place = { retry, copy: { kind: 'token-problem' } } as const;
  const problem = token.kind === 'failed' ? token.problem : issue.problem;

  return (
    <SidePanel title="Access token">
      <TokenForm target={target} busy={busy} onAsk={ask} />
      <div className={styles.outcome}>
        {busy ? (
          <Spinner size="small" label="Getting a token…" labelPosition="after" />
        ) : problem !== undefined ? (
          <ProblemBox problem={problem} place={place} />
        ) : token.kind === 'issued' ? (
          <IssuedTokenCard key={token.issued.id} issued={token.issued} onAsk={ask} />
        ) : (
          <p className={styles.quiet}>
            A token lets a tool act as you for about an hour. Azimuth keeps its text to itself until
            you copy or reveal it.
          </p>
        )}
      </div>
    </SidePanel>
  );
}
