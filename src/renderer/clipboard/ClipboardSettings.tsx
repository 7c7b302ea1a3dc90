import { Field, Select } from '@fluentui/react-components';
import { settingsSchema } from '../../shared/settings.ts';
import { tokenFormNames, tokenForms } from '../../shared/token-form.ts';
import { AudienceOptions } from '../forms/AudienceOptions.tsx';
import { NumberField } from '../panels/NumberField.tsx';
import styles from '../panels/Panels.module.css';
import { PanelSection } from '../panels/PanelSection.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { clipboardWords } from './clipboard-words.ts';

/** The part of the settings about copied tokens. */
export function ClipboardSettings() {
  const { clipboardSeconds, quickCopy } = useSlice('settings');
  const { clipboardNeedsFocus, marksSecrets } = useSlice('background');
  const change = useAction('change-settings');

  function changeCopy(part: Readonly<Record<string, string | undefined>>): void {
    const next = settingsSchema.shape.quickCopy.safeParse({ ...quickCopy, ...part });
    if (next.success) void change.start({ quickCopy: next.data });
  }

  return (
    <PanelSection title="Copied tokens">
      <NumberField
        key={`clipboard ${clipboardSeconds}`}
        name="clipboardSeconds"
        label="Clear a copied token from the clipboard after (seconds)"
        value={clipboardSeconds}
        onChange={(seconds) => void change.start({ clipboardSeconds: seconds })}
      />
      <p className={styles.explanation}>{clipboardWords(navigator.userAgent, marksSecrets)}</p>
      {clipboardNeedsFocus && (
        <p className={styles.explanation}>
          On Wayland only the window in front can copy: by shortcut, from the tray and with the
          command Azimuth copies nothing, and says so. Install <code>wl-clipboard</code> and start
          it again to change that.
        </p>
      )}
      <Field label="By shortcut, copy a token for">
        <Select
          value={quickCopy.audience ?? ''}
          onChange={(_, { value }) => changeCopy({ audience: value === '' ? undefined : value })}
        >
          <option value="">As the context says, else Resource Manager</option>
          <AudienceOptions />
        </Select>
      </Field>
      <Field label="By shortcut and from the tray, copy it as">
        <Select value={quickCopy.form} onChange={(_, { value }) => changeCopy({ form: value })}>
          {tokenForms.map((form) => (
            <option key={form} value={form}>
              {tokenFormNames[form]}
            </option>
          ))}
        </Select>
      </Field>
      {change.problem !== undefined && <ProblemBox problem={change.problem} place={{}} />}
    </PanelSection>
  );
}
