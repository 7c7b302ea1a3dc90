import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { Endpoint } from '../../shared/grant.ts';
import { useSend } from '../state/commands.ts';
import styles from './Endpoint.module.css';
import { OpenToContainersDialog } from './OpenToContainersDialog.tsx';

interface ContainersProps {
  readonly endpoint: Extract<Endpoint, { readonly kind: 'on' }>;
}

/** Whether containers may ask too, and at which address. */
export function Containers({ endpoint }: ContainersProps) {
  const { port, containers } = endpoint;
  const [asking, setAsking] = useState(false);
  const send = useSend();
  if (containers === undefined) {
    return (
      <div>
        <Button size="small" onClick={() => setAsking(true)}>
          Let containers in…
        </Button>
        {asking && <OpenToContainersDialog onClose={() => setAsking(false)} />}
      </div>
    );
  }
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        Containers ask at{' '}
        <code className={styles.address}>
          {containers.hostName ?? containers.address}:{port}
        </code>
        {containers.hostName !== undefined && (
          <>
            , which is <code className={styles.address}>{containers.address}</code> here
          </>
        )}
        , until Azimuth ends.
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void send('close-to-containers', {})}>Shut them out</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
