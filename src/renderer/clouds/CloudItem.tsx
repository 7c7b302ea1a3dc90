import { Badge, Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Cloud } from '../../shared/cloud.ts';
import { defaultClientId, isPublished } from '../../shared/cloud.ts';
import { countOf } from '../../shared/format.ts';
import { Address } from '../facts/Address.tsx';
import { Facts } from '../facts/Facts.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction, useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { ClientIdForm } from './ClientIdForm.tsx';
import styles from './Clouds.module.css';

interface CloudItemProps {
  readonly cloud: Cloud;
  readonly isCurrent: boolean;
  readonly wantsClientId: boolean;
  readonly onEdit: () => void;
  readonly onRemoved: () => void;
}

/** One cloud, with what can be done with it. */
export function CloudItem({ cloud, isCurrent, wantsClientId, onEdit, onRemoved }: CloudItemProps) {
  const accounts = useSlice('accounts').filter((account) => account.cloud === cloud.name);
  const send = useSend();
  const remove = useAction('remove-cloud');
  const [clientIdOpen, setClientIdOpen] = useState(wantsClientId);
  const item = useRef<HTMLLIElement>(null);
  const { name, displayName, authority, resourceManager, clientId } = cloud;
  const signInAt = <Address>{authority}</Address>;
  const managedAt = <Address>{resourceManager}</Address>;
  const facts = [
    ['Sign-in', signInAt],
    ['Resource Manager', managedAt],
    ['Client ID', clientId === defaultClientId ? 'That of Azure CLI' : clientId],
    ['Accounts', accounts.length === 0 ? 'None' : countOf(accounts.length, 'account')],
  ] as const;

  async function removeIt(): Promise<void> {
    const done = await remove.start({ cloud: name });
    if (done.ok) onRemoved();
  }

  function closeClientId(): void {
    setClientIdOpen(false);
    item.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  }

  return (
    <li ref={item} className={styles.cloud} aria-label={displayName}>
      <div className={styles.head}>
        <h3 className={styles.name}>{displayName}</h3>
        {isCurrent && (
          <Badge appearance="tint" color="brand">
            For new sign-ins
          </Badge>
        )}
      </div>
      <Facts className={styles.facts} facts={facts} />
      <div className={styles.buttons}>
        <Button
          size="small"
          aria-label={`Sign in to ${displayName}`}
          onClick={() => void send('sign-in', { method: 'interactive', cloud: name })}
        >
          Sign in
        </Button>
        {!isCurrent && (
          <Button
            size="small"
            aria-label={`Use for new sign-ins: ${displayName}`}
            onClick={() => void send('choose-cloud', { cloud: name })}
          >
            Use for new sign-ins
          </Button>
        )}
        <Button
          size="small"
          aria-label={`Client ID of ${displayName}`}
          aria-expanded={clientIdOpen}
          onClick={() => setClientIdOpen(!clientIdOpen)}
        >
          Client ID…
        </Button>
        {!isPublished(cloud) && (
          <>
            <Button size="small" aria-label={`Edit ${displayName}`} onClick={onEdit}>
              Edit…
            </Button>
            <Button
              size="small"
              aria-label={`Remove ${displayName}`}
              disabledFocusable={remove.busy}
              onClick={() => void removeIt()}
            >
              Remove
            </Button>
          </>
        )}
      </div>
      {clientIdOpen && <ClientIdForm cloud={cloud} onClose={closeClientId} />}
      {remove.problem !== undefined && <ProblemBox problem={remove.problem} place={{}} />}
    </li>
  );
}
