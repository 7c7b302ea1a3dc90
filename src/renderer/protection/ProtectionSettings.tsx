import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useNavigation } from '../panels/navigation.ts';
import { NumberField } from '../panels/NumberField.tsx';
import { PanelSection } from '../panels/PanelSection.tsx';
import { FlushSwitch } from '../forms/FlushSwitch.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { ForgetPassphraseDialog } from './ForgetPassphraseDialog.tsx';
import { LockHint } from './LockHint.tsx';
import { PassphraseDialog } from './PassphraseDialog.tsx';
import styles from './Protection.module.css';

/** The part of the settings about who can open the app. */
export function ProtectionSettings() {
  const { open } = useNavigation();
  return (
    <PanelSection title="Protection">
      <PassphraseSettings />
      <LockSettings />
      <Button className={styles.start} onClick={() => open({ kind: 'secrets' })}>
        Where secrets are
      </Button>
    </PanelSection>
  );
}

/** A passphrase is for systems without a keyring; where there is one, it keeps the key. */
function PassphraseSettings() {
  const vault = useSlice('vault');
  const [asking, setAsking] = useState<'set' | 'change' | 'forget'>();
  const close = () => setAsking(undefined);
  const sealed = vault.kind === 'sealed' && vault.keeper === 'passphrase';
  return (
    <>
      {vault.kind === 'memory' && (
        <>
          <p>Nothing secret is written to disk. With a passphrase your accounts stay, encrypted.</p>
          <Button className={styles.start} onClick={() => setAsking('set')}>
            Protect with a passphrase…
          </Button>
        </>
      )}
      {sealed && (
        <div className={styles.buttons}>
          <Button onClick={() => setAsking('change')}>Change passphrase…</Button>
          <Button onClick={() => setAsking('forget')}>Forget passphrase…</Button>
        </div>
      )}
      {(asking === 'set' || asking === 'change') && (
        <PassphraseDialog kind={asking} onClose={close} />
      )}
      {asking === 'forget' && <ForgetPassphraseDialog onClose={close} />}
    </>
  );
}

function LockSettings() {
  const { lockAfterMinutes, lockWithScreen } = useSlice('settings');
  const { means } = useSlice('lock');
  const change = useAction('change-settings');
  if (means.length === 0) return <LockHint means={means} />;
  return (
    <>
      <NumberField
        key={`lock ${lockAfterMinutes}`}
        name="lockAfterMinutes"
        label="Lock after minutes without a key or a mouse (0 means never)"
        value={lockAfterMinutes}
        onChange={(minutes) => void change.start({ lockAfterMinutes: minutes })}
      />
      <FlushSwitch
        checked={lockWithScreen}
        onChange={(checked) => void change.start({ lockWithScreen: checked })}
        label="Lock with the screen, and when the computer sleeps"
      />
      <LockHint means={means} />
      {change.problem !== undefined && <ProblemBox problem={change.problem} place={{}} />}
    </>
  );
}
