import { useEffect } from 'react';
import type { AzureCli } from '../../shared/azure-cli.ts';
import { PanelSection } from '../panels/PanelSection.tsx';
import { SidePanel } from '../panels/SidePanel.tsx';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './AzureCli.module.css';
import { CliAccountList } from './CliAccountList.tsx';
import { SecretFileItem } from './SecretFileItem.tsx';

/** What Azure CLI has on this computer: who can come over, and what should not lie about. */
export function AzureCliPanel() {
  const azureCli = useSlice('azureCli');
  const send = useSend();

  useEffect(() => {
    void send('look-at-azure-cli', {});
  }, [send]);

  return (
    <SidePanel title="Azure CLI">
      {azureCli.kind === 'read' && <Found azureCli={azureCli} />}
    </SidePanel>
  );
}

function Found({ azureCli }: { azureCli: Extract<AzureCli, { readonly kind: 'read' }> }) {
  const { folder, profile, secretFiles } = azureCli;
  return (
    <div className={styles.panel}>
      <p>
        Azure CLI keeps its files in <span className={styles.path}>{folder}</span>.
      </p>
      <PanelSection title="Accounts that it knows">
        <Accounts profile={profile} />
      </PanelSection>
      <PanelSection title="Secrets in plain text">
        {secretFiles.length === 0 ? (
          <p>None of Azure CLI’s files here holds secrets in plain text.</p>
        ) : (
          <>
            <p>
              These files are not encrypted. Every program that you run can read them, and so can
              whoever gets a backup of them.
            </p>
            <ul className={styles.files} aria-label="Files with secrets in plain text">
              {secretFiles.map((file) => (
                <SecretFileItem key={file.name} file={file} />
              ))}
            </ul>
          </>
        )}
      </PanelSection>
    </div>
  );
}

function Accounts({ profile }: Pick<Extract<AzureCli, { readonly kind: 'read' }>, 'profile'>) {
  switch (profile.kind) {
    case 'none':
      return <p>Nobody is signed in to Azure CLI here.</p>;
    case 'unusable':
      return <p>{profile.message}</p>;
    case 'accounts':
      return (
        <>
          <p>Azimuth signs in by itself: you confirm each account once in your browser.</p>
          <CliAccountList accounts={profile.accounts} aria-label="Accounts that it knows" />
        </>
      );
  }
}
