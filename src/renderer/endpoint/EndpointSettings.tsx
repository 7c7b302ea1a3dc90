import { Button } from '@fluentui/react-components';
import type { Endpoint } from '../../shared/grant.ts';
import { useNavigation } from '../panels/navigation.ts';
import styles from '../panels/Panels.module.css';
import { PanelSection } from '../panels/PanelSection.tsx';
import { useSlice } from '../state/window-context.ts';

/** The part of the settings that leads to the SDK endpoint, and says whether it is open. */
export function EndpointSettings() {
  const endpoint = useSlice('endpoint');
  const { open } = useNavigation();
  return (
    <PanelSection title="SDK endpoint">
      <div className={styles.row}>
        <span>{endpointText(endpoint)}</span>
        <Button size="small" onClick={() => open({ kind: 'endpoint' })}>
          Port and grants…
        </Button>
      </div>
    </PanelSection>
  );
}

function endpointText(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case 'off':
      return 'Off';
    case 'on':
      return `Open at port ${endpoint.port}`;
    case 'failed':
      return 'Could not be opened';
  }
}
