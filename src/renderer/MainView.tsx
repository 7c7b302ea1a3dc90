import { AccountsPane } from './accounts/AccountsPane.tsx';
import { DefaultCard } from './default/DefaultCard.tsx';
import { DirectoryPane } from './directory/DirectoryPane.tsx';
import styles from './MainView.module.css';
import { ActivityPanel } from './panels/ActivityPanel.tsx';
import type { Panel } from './panels/navigation.ts';
import { useNavigation } from './panels/navigation.ts';
import { NavigationRoot } from './panels/NavigationRoot.tsx';
import { Notices } from './panels/Notices.tsx';
import { SettingsPanel } from './panels/SettingsPanel.tsx';
import { SignInCard } from './sign-in/SignInCard.tsx';
import { TokenPanel } from './token/TokenPanel.tsx';

/** The window once somebody is signed in. */
export function MainView() {
  return (
    <NavigationRoot>
      <div className={styles.view}>
        <AccountsPane />
        <main className={styles.centre}>
          <Notices />
          <DefaultCard />
          <DirectoryPane />
        </main>
        <OpenPanel />
        <SignInCard />
      </div>
    </NavigationRoot>
  );
}

function OpenPanel() {
  const { panel } = useNavigation();
  return panel === undefined ? null : <PanelOf panel={panel} />;
}

function PanelOf({ panel }: { panel: Panel }) {
  switch (panel.kind) {
    case 'token':
      return <TokenPanel target={panel.target} />;
    case 'activity':
      return <ActivityPanel />;
    case 'settings':
      return <SettingsPanel />;
  }
}
