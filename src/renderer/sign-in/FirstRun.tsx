import { Button } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { useEffect, useRef, useState } from 'react';
import type { SignInMethod } from '../../shared/app-state.ts';
import { CliOffers } from '../azure-cli/CliOffers.tsx';
import { Mark } from '../Mark.tsx';
import { CloudsPanel } from '../clouds/CloudsPanel.tsx';
import { ManagedIdentityDialog } from '../managed-identity/ManagedIdentityDialog.tsx';
import { useNavigation } from '../panels/navigation.ts';
import { Notices } from '../panels/Notices.tsx';
import { useServicePrincipalForm } from '../service-principal/opening.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { CompassRose } from './CompassRose.tsx';
import styles from './FirstRun.module.css';
import { SignInLineDialog } from './SignInLineDialog.tsx';
import { SignInProgress } from './SignInProgress.tsx';
import { TenantForm } from './TenantForm.tsx';
import { VaultLine } from './VaultLine.tsx';

/** What a person without an account sees: one thing to do, and how it goes. */
export function FirstRun() {
  const signIn = useSlice('signIn');
  const { panel } = useNavigation();
  return (
    <main className={styles.page}>
      <CompassRose className={styles.rose} />
      <div className={styles.notices}>
        <Notices />
      </div>
      <div className={styles.column}>
        {/* Hidden and not removed: what was typed is still there when a sign-in comes to nothing. */}
        <Welcome shown={signIn.kind === 'idle'} />
        {signIn.kind !== 'idle' && (
          <>
            <h1 className="visually-hidden">Sign in to Azimuth</h1>
            <SignInProgress signIn={signIn} />
          </>
        )}
      </div>
      {panel?.kind === 'clouds' && (
        <div className={styles.panel}>
          <CloudsPanel key={panel.clientIdOf} clientIdOf={panel.clientIdOf} />
        </div>
      )}
      <footer className={styles.footer}>
        <VaultLine />
      </footer>
    </main>
  );
}

function Welcome({ shown }: { shown: boolean }) {
  const send = useSend();
  const openServicePrincipal = useServicePrincipalForm();
  const { open } = useNavigation();
  const [tenantOpen, setTenantOpen] = useState(false);
  const [managed, setManaged] = useState(false);
  const [pasting, setPasting] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const start = (method: SignInMethod) => void send('sign-in', { method });

  useEffect(() => {
    if (!shown || document.activeElement !== document.body) return;
    page.current?.querySelector<HTMLElement>('[aria-invalid="true"], button')?.focus();
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
      <Button
        appearance="transparent"
        icon={tenantOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
        iconPosition="after"
        aria-expanded={tenantOpen}
        onClick={() => setTenantOpen(!tenantOpen)}
      >
        Choose a specific tenant
      </Button>
      {tenantOpen && <TenantForm />}
      <div className={styles.machines}>
        <Button appearance="transparent" onClick={() => openServicePrincipal()}>
          Use a service principal
        </Button>
        <Button appearance="transparent" onClick={() => setManaged(true)}>
          Use a managed identity
        </Button>
        <Button appearance="transparent" onClick={() => setPasting(true)}>
          Paste a sign-in line
        </Button>
        <Button appearance="transparent" onClick={() => open({ kind: 'clouds' })}>
          Clouds
        </Button>
      </div>
      {managed && <ManagedIdentityDialog onClose={() => setManaged(false)} />}
      {pasting && <SignInLineDialog onClose={() => setPasting(false)} />}
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
