import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { SidePanel } from '../panels/SidePanel.tsx';
import { useSlice } from '../state/window-context.ts';
import styles from './Endpoint.module.css';
import { EndpointSwitch } from './EndpointSwitch.tsx';
import { GrantForm } from './GrantForm.tsx';
import { GrantItem } from './GrantItem.tsx';

/** Where programs get tokens, and which programs may. */
export function EndpointPanel() {
  const grants = useSlice('grants');
  const isAnybody = useSlice('accounts').length > 0;
  const [making, setMaking] = useState(false);
  return (
    <SidePanel title="SDK endpoint">
      <EndpointSwitch />
      <section className={styles.grants} aria-labelledby="grants-heading">
        <div className={styles.head}>
          <h3 id="grants-heading" className={styles.heading}>
            Grants
          </h3>
          {isAnybody && !making && (
            <Button icon={<AddRegular />} onClick={() => setMaking(true)}>
              New grant
            </Button>
          )}
        </div>
        {making && <GrantForm onDone={() => setMaking(false)} />}
        {grants.length === 0 ? (
          <p className={styles.quiet}>
            Nobody may ask yet. A grant lets programs get tokens of one tenant, for the services and
            the time that you choose. All grants end when Azimuth closes.
            {!isAnybody && ' Sign in to make one.'}
          </p>
        ) : (
          <ul className={styles.list} aria-labelledby="grants-heading">
            {grants.map((grant) => (
              <GrantItem key={grant.id} grant={grant} />
            ))}
          </ul>
        )}
      </section>
    </SidePanel>
  );
}
