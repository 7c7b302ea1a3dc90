import { useEffect, useRef } from 'react';
import { AccountsPane } from './accounts/AccountsPane.tsx';
import { DefaultCard } from './default/DefaultCard.tsx';
import { DirectoryPane } from './directory/DirectoryPane.tsx';
import { LabelRoot } from './labels/LabelRoot.tsx';
import styles from './MainView.module.css';
import { PaletteRoot } from './palette/PaletteRoot.tsx';
import { NavigationRoot } from './panels/NavigationRoot.tsx';
import { Notices } from './panels/Notices.tsx';
import { OpenPanel } from './panels/OpenPanel.tsx';
import { SignInCard } from './sign-in/SignInCard.tsx';

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
