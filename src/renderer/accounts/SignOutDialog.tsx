import { accountLabel } from '../../shared/format.ts';
import { fullName } from '../../shared/label.ts';
import type { Account } from '../../shared/model.ts';
import { QuestionDialog } from '../dialog/QuestionDialog.tsx';
import { useLabel } from '../labels/use-label.ts';
import { useAction } from '../state/commands.ts';

interface SignOutDialogProps {
  /** None means all accounts. */
  readonly account: Account | undefined;
  readonly onClose: () => void;
}

/** Asks before an account's sign-in is forgotten. */
export function SignOutDialog({ account, onClose }: SignOutDialogProps) {
  const one = useAction('sign-out');
  const all = useAction('sign-out-all');
  const label = useLabel(account?.key);
  const { busy, problem } = account === undefined ? all : one;

  async function signOut(): Promise<void> {
    const result =
      account === undefined ? await all.start({}) : await one.start({ accountKey: account.key });
    if (result.ok) onClose();
  }

  return (
    <QuestionDialog
      title={
        account === undefined
          ? 'Sign out of all accounts?'
          : `Sign out of ${fullName(label, accountLabel(account))}?`
      }
      answer={account === undefined ? 'Sign out of all' : 'Sign out'}
      busy={busy}
      problem={problem}
      onAnswer={() => void signOut()}
      onClose={onClose}
    >
      <p>
        Azimuth forgets {whatIsForgotten(account)} and its subscriptions. Tokens that you copied
        before work until they expire.
        {(account === undefined || account.kind === 'user') && ' Your browser stays signed in.'}
      </p>
    </QuestionDialog>
  );
}

function whatIsForgotten(account: Account | undefined): string {
  if (account === undefined) return 'every sign-in';
  switch (account.kind) {
    case 'user':
      return 'this sign-in';
    case 'service-principal':
      return 'this service principal with its credential';
    case 'managed-identity':
      return 'this managed identity';
  }
}
