import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { cloudNamed } from '../../shared/cloud.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './AzureCli.module.css';
import { CliAccountList } from './CliAccountList.tsx';

/** How many are shown before the person asks for the others. */
const few = 3;

/** On the first screen: who can be signed in by one click, because Azure CLI knows them. Nothing if it knows nobody. */
export function CliOffers() {
  const azureCli = useSlice('azureCli');
  const { known } = useSlice('clouds');
  const [all, setAll] = useState(false);
  const headingId = useId();
  if (azureCli.kind !== 'read' || azureCli.profile.kind !== 'accounts') return null;
  const offered = azureCli.profile.accounts.filter(
    ({ cloud }) => cloudNamed(known, cloud) !== undefined,
  );
  if (offered.length === 0) return null;
  const rest = all ? 0 : offered.length - few;
  return (
    <section className={styles.offers} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.caption}>
        Azure CLI knows
      </h2>
      <CliAccountList
        accounts={rest > 0 ? offered.slice(0, few) : offered}
        aria-labelledby={headingId}
      />
      {rest > 0 && (
        <Button appearance="transparent" size="small" onClick={() => setAll(true)}>
          Show {rest} more
        </Button>
      )}
    </section>
  );
}
