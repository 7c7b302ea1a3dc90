import { useEffect, useRef } from 'react';
import { AccountsPane } from './accounts/AccountsPane.tsx';
import { CloudsPanel } from './clouds/CloudsPanel.tsx';
import { useWantedPage } from './background/use-wanted-page.ts';
import { ContextsPanel } from './contexts/ContextsPanel.tsx';
import { AzureCliPanel } from './azure-cli/AzureCliPanel.tsx';
import { DefaultCard } from './default/DefaultCard.tsx';
import { DirectoryPane } from './directory/DirectoryPane.tsx';
import { LabelRoot } from './labels/LabelRoot.tsx';
import styles from './MainView.module.css';
import { EndpointPanel } from './endpoint/EndpointPanel.tsx';
import { ActivityPanel } from './panels/ActivityPanel.tsx';
import { PaletteRoot } from './palette/PaletteRoot.tsx';
import type { Panel } from './panels/navigation.ts';
import { useNavigation } from './panels/navigation.ts';
import { NavigationRoot } from './panels/NavigationRoot.tsx';
import { Notices } from './panels/Notices.tsx';
import { SettingsPanel } from './panels/SettingsPanel.tsx';
import { SecretsPanel } from './protection/SecretsPanel.tsx';
import { SignInCard } from './sign-in/SignInCard.tsx';
import { TokenPanel } from './token/TokenPanel.tsx';

/** The window once somebody is signed in. */
export function MainView() {
  const centre = useRef<HTMLElement>(null);

  useEffect(() => {
    // After the first sign-in nothing has the focus any more.
    if (document.activeElement === document.body) centre.current?.focus();
  }, []);

  return (
    <NavigationRoot>
      <PaletteRoot>
        <LabelRoot>
          <div className={styles.view}>
            <AccountsPane />
            <main ref={centre} className={styles.centre} tabIndex={-1}>
              <Notices />
              <DefaultCard />
              <DirectoryPane />
            </main>
            <OpenPanel />
            <SignInCard />
          </div>
        </LabelRoot>
      </PaletteRoot>
    </NavigationRoot>
  );
}

function OpenPanel() {
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
