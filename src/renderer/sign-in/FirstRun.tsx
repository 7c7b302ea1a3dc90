import {
  Button,
  Menu,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SignInMethod } from '../../shared/sign-in.ts';
import { CliOffers } from '../azure-cli/CliOffers.tsx';
import { Mark } from '../Mark.tsx';
import { useNavigation } from '../panels/navigation.ts';
import { NavigationRoot } from '../panels/NavigationRoot.tsx';
import { Notices } from '../panels/Notices.tsx';
import { OpenPanel } from '../panels/OpenPanel.tsx';
import { PanelButton } from '../panels/PanelButton.tsx';
import { PaletteRoot } from '../palette/PaletteRoot.tsx';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { CompassRose } from './CompassRose.tsx';
import styles from './FirstRun.module.css';
import type { FormWay } from './FormOfWay.tsx';
import { FormOfWay } from './FormOfWay.tsx';
import { OtherWays } from './OtherWays.tsx';
import { SignInProgress } from './SignInProgress.tsx';
import { signInHeadingId } from './StepHeading.tsx';
import { VaultLine } from './VaultLine.tsx';

/** What a person without an account sees: one thing to do, and how it goes. */
export function FirstRun() {
  return (
    <NavigationRoot>
      <PaletteRoot>
        <div className={styles.view}>
          <Start />
          <OpenPanel />
        </div>
      </PaletteRoot>
    </NavigationRoot>
  );
}

function Start() {
  const signIn = useSlice('signIn');
  const { giveWay } = useNavigation();
  const isIdle = signIn.kind === 'idle';

  useEffect(() => {
    if (!isIdle) giveWay(signInHeadingId);
  }, [giveWay, isIdle]);

  return (
    <main className={styles.page} tabIndex={-1}>
      <CompassRose className={styles.rose} />
      <div className={styles.notices}>
        <Notices />
      </div>
      <div className={styles.column}>
        {/* Hidden and not removed: what was typed is still there when a sign-in comes to nothing. */}
        <Welcome shown={isIdle} />
        {signIn.kind !== 'idle' && (
          <>
            <h1 className="visually-hidden">Sign in to Azimuth</h1>
            <SignInProgress signIn={signIn} />
          </>
        )}
      </div>
      <footer className={styles.footer}>
        <PanelButton kind="settings" name="Settings" icon={<SettingsRegular />} />
        <VaultLine />
      </footer>
    </main>
  );
}

function Welcome({ shown }: { shown: boolean }) {
  const send = useSend();
  const restoreFocusTarget = useRestoreFocusTarget();
  const [way, setWay] = useState<FormWay>();
  const closeForm = useCallback(() => setWay(undefined), []);
  const page = useRef<HTMLDivElement>(null);
  const start = (method: SignInMethod) => void send('sign-in', { method });

  useEffect(() => {
    if (!shown || document.activeElement !== document.body) return;
    page.current?.querySelector('button')?.focus();
  }, [shown]);

  return (
    <div ref={page} className={styles.welcome} hidden={!shown}>
      <Mark size={64} />
      <h1 className={styles.title}>Azimuth</h1>
      <p className={styles.lead}>
        Sign in once, see every Azure subscription you can reach, and get fresh access tokens for
        your tools.
      </p>
      <div className={styles.buttons}>
        <Button appearance="primary" size="large" onClick={() => start('interactive')}>
          Sign in
        </Button>
        <Button size="large" onClick={() => start('device-code')}>
          Use a device code
        </Button>
      </div>
      <CliOffers />
      <Menu positioning="below">
        <MenuTrigger disableButtonEnhancement>
          <Button
            {...restoreFocusTarget}
            appearance="transparent"
            icon={<ChevronDownRegular />}
            iconPosition="after"
          >
            More ways to sign in
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <OtherWays onChoose={setWay} />
          </MenuList>
        </MenuPopover>
      </Menu>
      <FormOfWay way={way} onClose={closeForm} />
      <ol className={styles.steps} aria-label="How it goes">
        <li>
          <span aria-hidden="true">1</span>Sign in with your browser
        </li>
        <li>
          <span aria-hidden="true">2</span>Choose a subscription
        </li>
        <li>
          <span aria-hidden="true">3</span>Get a token
        </li>
      </ol>
    </div>
  );
}
