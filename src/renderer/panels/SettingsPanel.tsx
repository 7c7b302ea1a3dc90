import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { About, VaultStatus } from '../../shared/app-state.ts';
import { currentCloud } from '../../shared/cloud.ts';
import { settingsSchema } from '../../shared/settings.ts';
import { BackgroundSettings } from '../background/BackgroundSettings.tsx';
import { ShortcutSettings } from '../background/ShortcutSettings.tsx';
import { AzureCliSettings } from '../azure-cli/AzureCliSettings.tsx';
import { EndpointSettings } from '../endpoint/EndpointSettings.tsx';
import { Facts } from '../facts/Facts.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { ClipboardSettings } from '../clipboard/ClipboardSettings.tsx';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { ProtectionSettings } from '../protection/ProtectionSettings.tsx';
import { BrowserField } from '../sign-in/BrowserField.tsx';
import { useNavigation } from './navigation.ts';
import { NumberField } from './NumberField.tsx';
import styles from './Panels.module.css';
import { PanelSection } from './PanelSection.tsx';
import { ShimSettings } from './ShimSettings.tsx';
import { SidePanel } from './SidePanel.tsx';

export function SettingsPanel() {
  const settings = useSlice('settings');
  const change = useAction('change-settings');
  return (
    <SidePanel title="Settings">
      <div className={styles.settings}>
        {change.problem !== undefined && <ProblemBox problem={change.problem} place={{}} />}
        <Field label="Theme">
          <RadioGroup
            layout="horizontal"
            className={styles.themes}
            value={settings.theme}
            onChange={(_, { value }) => {
              const theme = settingsSchema.shape.theme.safeParse(value);
              if (theme.success) void change.start({ theme: theme.data });
            }}
          >
            <Radio value="system" label="As the system" />
            <Radio value="light" label="Light" />
            <Radio value="dark" label="Dark" />
          </RadioGroup>
        </Field>
        <PanelSection title="Sign-in">
          <CloudSettings />
          <BrowserField />
          <NumberField
            key={`sign-in ${settings.signInSeconds}`}
            name="signInSeconds"
            label="Give up on an unanswered browser sign-in after (seconds)"
            value={settings.signInSeconds}
            onChange={(signInSeconds) => void change.start({ signInSeconds })}
          />
        </PanelSection>
        <BackgroundSettings />
        <ClipboardSettings />
        <ShortcutSettings />
        <ProtectionSettings />
        <ShimSettings />
        <AzureCliSettings />
        <EndpointSettings />
        <AboutList />
      </div>
    </SidePanel>
  );
}

function CloudSettings() {
  const clouds = useSlice('clouds');
  const { open } = useNavigation();
  return (
    <Field label="Cloud of new sign-ins">
      <div className={styles.row}>
        <span>{currentCloud(clouds).displayName}</span>
        <Button size="small" onClick={() => open({ kind: 'clouds' })}>
          Clouds…
        </Button>
      </div>
    </Field>
  );
}

const hostNames: Readonly<Record<About['host'], string>> = {
  electron: 'Electron',
  preview: 'Preview host, not Electron',
  headless: 'Headless',
};

function AboutList() {
  const about = useSlice('about');
  const vault = useSlice('vault');
  const facts = [
    ['Secrets', vaultText(vault)],
    ['Version', about.version],
    ['Runs on', hostNames[about.host]],
  ] as const;
  return <Facts className={styles.about} facts={facts} />;
}

function vaultText(vault: VaultStatus): string {
  switch (vault.kind) {
    case 'sealed':
      return `On this computer, encrypted with ${vault.by}`;
    case 'memory':
      return `In memory only, gone when Azimuth closes. ${vault.reason}`;
    case 'locked':
      return 'On this computer, encrypted with your passphrase, not yet opened';
  }
}
