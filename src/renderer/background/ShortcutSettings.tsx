import { shortcutNames, shortcutWords } from '../../shared/shortcut.ts';
import styles from '../panels/Panels.module.css';
import { PanelSection } from '../panels/PanelSection.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { ShortcutField } from './ShortcutField.tsx';

/** The part of the settings about keys that work wherever the person is. */
export function ShortcutSettings() {
  const { shortcuts } = useSlice('settings');
  const { shortcuts: standings } = useSlice('background');
  const change = useAction('change-settings');
  if (standings === undefined) return null;
  return (
    <PanelSection title="Shortcuts">
      <p className={styles.explanation}>Keys that work in every program, while Azimuth runs.</p>
      {shortcutNames.map((name) => (
        <ShortcutField
          key={name}
          {...shortcutWords[name]}
          accelerator={shortcuts[name]}
          standing={standings[name]}
          onChange={(accelerator) =>
            void change.start({ shortcuts: { ...shortcuts, [name]: accelerator } })
          }
        />
      ))}
      {change.problem !== undefined && <ProblemBox problem={change.problem} place={{}} />}
    </PanelSection>
  );
}
