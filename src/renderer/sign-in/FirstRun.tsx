import { Button } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { useState } from 'react';
import type { SignInMethod } from '../../shared/app-state.ts';
import { Mark } from '../Mark.tsx';
import { ManagedIdentityDialog } from '../managed-identity/ManagedIdentityDialog.tsx';
import { Notices } from '../panels/Notices.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useServicePrincipalForm } from '../service-principal/opening.ts';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { CompassRose } from './CompassRose.tsx';
import styles from './FirstRun.module.css';
import { SignInProgress } from './SignInProgress.tsx';
import { TenantForm } from './TenantForm.tsx';
import { VaultLine } from './VaultLine.tsx';

/** What a person without an account sees: one thing to do, and how it goes. */
export function FirstRun() {
  const signIn = useSlice('signIn');
  return (
    <main className={styles.page}>
      <CompassRose className={styles.rose} />
      <div className={styles.notices}>
        <Notices />
      </div>
      <div className={styles.column}>
        {signIn.kind === 'idle' ? (
          <Welcome />
        ) : (
          <>
            <h1 className="visually-hidden">Sign in to Azimuth</h1>
            <SignInProgress signIn={signIn} />
          </>
        )}
      </div>
      <footer className={styles.footer}>
        <VaultLine />
      </footer>
    </main>
  );
}

function Welcome() {
  const signIn = useAction('sign-in');
  const openServicePrincipal = useServicePrincipalForm();
  const [tenantOpen, setTenantOpen] = useState(false);
  const [managed, setManaged] = useState(false);
  const start = (method: SignInMethod) => void signIn.start({ method });
  return (
    <>
      <Mark size={64} />
      <h1 className={styles.title}>Azimuth</h1>
      <p className={styles.lead}>
        Sign in once, see every Azure subscription you can reach, and get fresh access tokens for
        your tools.
      </p>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          size="large"
          onClick={() => start('interactive')}
          disabled={signIn.busy}
          autoFocus
        >
          Sign in
        </Button>
        <Button size="large" onClick={() => start('device-code')} disabled={signIn.busy}>
          Use a device code
        </Button>
      </div>
      {signIn.problem !== undefined && <ProblemBox problem={signIn.problem} place={{}} />}
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
      </div>
      {managed && <ManagedIdentityDialog onClose={() => setManaged(false)} />}
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
    </>
  );
}
