import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { useNavigation } from '../panels/navigation.ts';
import { PanelSection } from '../panels/PanelSection.tsx';
import { FlushSwitch } from '../forms/FlushSwitch.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './AzureCli.module.css';

/** The part of the settings about Azure CLI. */
export function AzureCliSettings() {
  const { azureCliFollows } = useSlice('settings');
  const change = useAction('change-settings');
  const { open } = useNavigation();
  const explanationId = useId();
  return (
    <PanelSection title="Azure CLI">
      <FlushSwitch
        checked={azureCliFollows}
        onChange={(checked) => void change.start({ azureCliFollows: checked })}
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
    </PanelSection>
  );
}
