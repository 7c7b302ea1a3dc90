import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { About, VaultStatus } from '../../shared/app-state.ts';
import { settingsSchema } from '../../shared/contract.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './Panels.module.css';
import { SidePanel } from './SidePanel.tsx';

export function SettingsPanel() {
  const settings = useSlice('settings');
  const change = useAction('change-settings');
  return (
    <SidePanel title="Settings">
      <div className={styles.settings}>
        <Field label="Theme">
          <RadioGroup
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
        <SecondsField
          key={`clipboard ${settings.clipboardSeconds}`}
          name="clipboardSeconds"
          label="Clear a copied token from the clipboard after (seconds)"
          value={settings.clipboardSeconds}
          onChange={(clipboardSeconds) => void change.start({ clipboardSeconds })}
        />
        <SecondsField
          key={`sign-in ${settings.signInSeconds}`}
          name="signInSeconds"
          label="Give up on an unanswered browser sign-in after (seconds)"
          value={settings.signInSeconds}
          onChange={(signInSeconds) => void change.start({ signInSeconds })}
        />
        {change.problem !== undefined && <ProblemBox problem={change.problem} place={{}} />}
        <AboutList about={useSlice('about')} vault={useSlice('vault')} />
      </div>
    </SidePanel>
  );
}

interface SecondsFieldProps {
  readonly name: 'clipboardSeconds' | 'signInSeconds';
  readonly label: string;
  readonly value: number;
  readonly onChange: (seconds: number) => void;
}

/** A number of seconds that is sent when the person is done with it: on Enter, or on leaving the field. */
function SecondsField({ name, label, value, onChange }: SecondsFieldProps) {
  const [text, setText] = useState(String(value));
  const schema = settingsSchema.shape[name];
  const parsed = schema.safeParse(Number(text));
  const [least, most] = [schema.minValue, schema.maxValue].map((bound) =>
    (bound ?? 0).toLocaleString('en-US'),
  );
  const error = `A whole number from ${least} to ${most}.`;

  function commit(): void {
    if (parsed.success && parsed.data !== value) onChange(parsed.data);
  }

  return (
    <Field label={label} {...(parsed.success ? {} : { validationMessage: error })}>
      <Input
        className={styles.number}
        inputMode="numeric"
        value={text}
        onChange={(_, data) => setText(data.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </Field>
  );
}

const hostNames: Readonly<Record<About['host'], string>> = {
  electron: 'Electron',
  preview: 'Preview host, not Electron',
  headless: 'Headless',
};

function AboutList({ about, vault }: { about: About; vault: VaultStatus }) {
  const facts = [
    ['Secrets', vaultText(vault)],
    ['Cloud', about.cloud.displayName],
    ['Version', about.version],
    ['Runs on', hostNames[about.host]],
  ] as const;
  return (
    <dl className={styles.about}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
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
