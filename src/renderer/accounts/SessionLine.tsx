import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { problemTitles } from '../../shared/format.ts';
import type { Account } from '../../shared/model.ts';
import { remedyStep } from '../problem/remedy.ts';
import { useRemedy } from '../problem/use-remedy.ts';
import { useSend } from '../state/commands.ts';
import { ExpiryLine } from './ExpiryLine.tsx';
import { SessionEndLine } from './SessionEndLine.tsx';
import { Standing } from './Standing.tsx';

/** Seen only while something is wrong with an account: what it is, and the one thing to do. */
export function SessionLine({ account }: { account: Account }) {
  const { session } = account;
  const send = useSend();
  const carryOut = useRemedy();
  if (session.kind === 'active') {
    return account.sessionFacts ? (
      <SessionEndLine account={account} />
    ) : (
      <ExpiryLine account={account} />
    );
  }
  const retry = () => void send('refresh', { accountKey: account.key });
  const copy = { kind: 'account-problem', accountKey: account.key } as const;
  const step = remedyStep(session.problem, { accountKey: account.key, retry, copy });
  return (
    <Standing
      icon={<WarningRegular />}
      words={problemTitles[session.problem.kind]}
      detail={session.problem.message}
      action={step && { label: step.label, carryOut: () => carryOut(step) }}
    />
  );
}
