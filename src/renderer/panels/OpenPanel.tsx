import { AzureCliPanel } from '../azure-cli/AzureCliPanel.tsx';
import { useWantedPage } from '../background/use-wanted-page.ts';
import { CloudsPanel } from '../clouds/CloudsPanel.tsx';
import { ContextsPanel } from '../contexts/ContextsPanel.tsx';
import { EndpointPanel } from '../endpoint/EndpointPanel.tsx';
import { SecretsPanel } from '../protection/SecretsPanel.tsx';
import { TokenPanel } from '../token/TokenPanel.tsx';
import { ActivityPanel } from './ActivityPanel.tsx';
import type { Panel } from './navigation.ts';
import { useNavigation } from './navigation.ts';
import { SettingsPanel } from './SettingsPanel.tsx';

/** The panel that was opened, from within the window or from outside of it. */
export function OpenPanel() {
  const { panel } = useNavigation();
  useWantedPage();
  return panel === undefined ? null : <PanelOf panel={panel} />;
}

function PanelOf({ panel }: { panel: Panel }) {
  switch (panel.kind) {
    case 'token':
      return <TokenPanel target={panel.target} />;
    case 'contexts':
      return <ContextsPanel key={JSON.stringify(panel.draft)} draft={panel.draft} />;
    case 'activity':
      return <ActivityPanel />;
    case 'clouds':
      return <CloudsPanel key={panel.clientIdOf} clientIdOf={panel.clientIdOf} />;
    case 'endpoint':
      return <EndpointPanel />;
    case 'settings':
      return <SettingsPanel />;
    case 'secrets':
      return <SecretsPanel />;
    case 'azure-cli':
      return <AzureCliPanel />;
  }
}
