import { Button } from '@fluentui/react-components';
import {
  accountLabel,
  countOf,
  formatAgo,
  formatCountdown,
  formatDateTime,
} from '../../shared/format.ts';
import type { Grant } from '../../shared/grant.ts';
import { audiencesLabel } from '../../shared/grant.ts';
import { useNow } from '../state/clock.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './Endpoint.module.css';
import { GrantMenu } from './GrantMenu.tsx';
import { lifetimes } from './grant-choice.ts';
import { snippetChoices } from './snippet-choices.ts';

/** One grant: for whom and what, how long yet, and how much it is used. */
export function GrantItem({ grant }: { grant: Grant }) {
  const send = useSend();
  const endpoint = useSlice('endpoint');
  const grantId = grant.id;
  const left = useNow((now) => formatCountdown(grant.expiresAt - now));
  const used = useNow((now) => usedText(grant, now));
  return (
    <li className={styles.grant} aria-label={grant.name}>
      <span className={styles.name}>{grant.name}</span>
      <span className={styles.detail}>{usePlace(grant)}</span>
      <span className={styles.detail}>{audiencesLabel(grant.audiences)}</span>
      <span className={styles.detail} title={formatDateTime(grant.expiresAt)}>
        {grant.forCommand && 'Ends with its command, or '}
        {grant.forCommand ? 'in ' : 'Ends in '}
        <span className={styles.clock}>{left}</span> · {used}
      </span>
      <div className={styles.actions}>
        {/* Main copies them: the secret among them never comes here. */}
        <GrantMenu
          title="Copy variables"
          of={grant.name}
          choices={snippetChoices}
          disabled={endpoint.kind !== 'on'}
          onChoose={(form) => void send('copy-grant-snippet', { grantId, form })}
        />
        <GrantMenu
          title="Change end"
          of={grant.name}
          choices={lifetimes.map(([minutes, label]) => [minutes, `${label} from now`] as const)}
          onChoose={(minutes) => void send('change-grant', { grantId, minutes })}
        />
        <Button
          appearance="subtle"
          size="small"
          aria-label={`Revoke ${grant.name}`}
          onClick={() => void send('revoke-grant', { grantId })}
        >
          Revoke
        </Button>
      </div>
      <ClipboardLine grantId={grantId} />
    </li>
  );
}

/** How long its variables stay on the clipboard. */
function ClipboardLine({ grantId }: { grantId: string }) {
  const clipboard = useSlice('clipboard');
  const clearsAt =
    clipboard.kind === 'snippet' && clipboard.grantId === grantId ? clipboard.clearsAt : undefined;
  const left = useNow((now) =>
    clearsAt === undefined ? undefined : formatCountdown(clearsAt - now),
  );
  if (left === undefined) return null;
  return (
    <span className={styles.detail}>
      On the clipboard, clears in <span className={styles.clock}>{left}</span>
    </span>
  );
}

function usedText({ uses, lastUsedAt }: Grant, now: number): string {
  if (lastUsedAt === undefined) return 'not used yet';
  return `${countOf(uses, 'token')}, last ${formatAgo(lastUsedAt, now)}`;
}

/** Whose tokens, and of which tenant or subscription, in the words of the list. */
function usePlace({ accountKey, tenantId, subscriptionId, context }: Grant): string {
  const account = useSlice('accounts').find(({ key }) => key === accountKey);
  const tenant = useSlice('tenants').find(
    (one) => one.accountKey === accountKey && one.tenantId === tenantId,
  );
  const subscription = useSlice('subscriptions').find(
    (one) => one.accountKey === accountKey && one.subscriptionId === subscriptionId,
  );
  return [
    context ?? subscription?.displayName,
    tenant?.displayName ?? tenantId,
    account && accountLabel(account),
  ]
    .filter((word) => word !== undefined)
    .join(' · ');
}
