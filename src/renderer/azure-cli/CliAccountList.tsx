import { Button } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import type { CliAccount } from '../../shared/azure-cli.ts';
import { isSignedInHere } from '../../shared/azure-cli.ts';
import { cloudNamed } from '../../shared/cloud.ts';
import { countOf } from '../../shared/format.ts';
import { useServicePrincipalForm } from '../service-principal/opening.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './AzureCli.module.css';

interface CliAccountListProps {
  readonly accounts: readonly CliAccount[];
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
}

/** Who is signed in to Azure CLI, each with the way to sign in here. */
export function CliAccountList({ accounts, ...label }: CliAccountListProps) {
  return (
    <ul className={styles.list} {...label}>
      {accounts.map((account) => (
        <li key={`${account.cloud} ${account.kind} ${account.username}`} className={styles.item}>
          <div className={styles.who}>
            <p className={styles.name} title={account.username}>
              {account.username}
            </p>
            <Detail account={account} />
          </div>
          <WayIn account={account} />
        </li>
      ))}
    </ul>
  );
}

function Detail({ account }: { account: CliAccount }) {
  const { current, known } = useSlice('clouds');
  const parts = [
    ...(account.kind === 'service-principal' ? ['Service principal'] : []),
    countOf(account.subscriptions, 'subscription'),
    ...(account.cloud === current
      ? []
      : [cloudNamed(known, account.cloud)?.displayName ?? account.cloud]),
  ];
  return <p className={styles.detail}>{parts.join(', ')}</p>;
}

function WayIn({ account }: { account: CliAccount }) {
  const signedIn = isSignedInHere(useSlice('accounts'), account);
  const { known } = useSlice('clouds');
  const send = useSend();
  const openServicePrincipal = useServicePrincipalForm();
  const { kind, cloud, username, tenantId } = account;

  if (signedIn) {
    return (
      <span className={styles.done}>
        <CheckmarkCircleRegular />
        Signed in
      </span>
    );
  }
  if (cloudNamed(known, cloud) === undefined) {
    return <span className={styles.detail}>Unknown cloud</span>;
  }
  return kind === 'user' ? (
    <Button
      aria-label={`Sign in as ${username}`}
      onClick={() =>
        void send('sign-in', {
          method: 'interactive',
          cloud,
          username,
          ...(tenantId === undefined ? {} : { tenant: tenantId }),
        })
      }
    >
      Sign in
    </Button>
  ) : (
    <Button
      aria-label={`Add credential of ${username}`}
      onClick={() => openServicePrincipal({ cloud, clientId: username, tenant: tenantId ?? '' })}
    >
      Add credential…
    </Button>
  );
}
