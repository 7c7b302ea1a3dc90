import { Button, Switch } from '@fluentui/react-components';
import { useId } from 'react';
import { useNavigation } from '../panels/navigation.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './AzureCli.module.css';

/** The part of the settings about Azure CLI. */
export function AzureCliSettings() {
  const { azureCliFollows } = useSlice('settings');
  const change = useAction('change-settings');
  const { open } = useNavigation();
  const [headingId, explanationId] = [useId(), useId()];
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        Azure CLI
      </h3>
      <Switch
        className={styles.switch}
        checked={azureCliFollows}
        onChange={(_, { checked }) => void change.start({ azureCliFollows: checked })}
        label="Let Azure CLI follow the default"
        aria-describedby={explanationId}
      />
      <p id={explanationId} className={styles.detail}>
        The default that you choose here becomes the default of “az” too: Azimuth writes it to Azure
        CLI’s azureProfile.json and clouds.config, and changes nothing else in them. Azure CLI keeps
        its own sign-ins. Switched off, its files stay as they are.
      </p>
      <Button className={styles.start} onClick={() => open({ kind: 'azure-cli' })}>
        What Azure CLI has here
      </Button>
      {change.problem !== undefined && <ProblemBox problem={change.problem} place={{}} />}
    </section>
  );
}
