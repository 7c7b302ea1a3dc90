import type { ShortcutName } from '../../shared/shortcut.ts';
import styles from '../panels/Panels.module.css';
import { PanelSection } from '../panels/PanelSection.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { ShortcutField } from './ShortcutField.tsx';

interface ShortcutRow {
  readonly name: ShortcutName;
  readonly label: string;
  /** What a desktop's own keyboard settings can run instead. */
  readonly command: string;
}

const rows: readonly ShortcutRow[] = [
  {
    name: 'copyToken',
    label: 'Copy a token for the default',
    command: 'azimuth account copy-token',
  },
  { name: 'palette', label: 'Find and switch', command: 'azimuth find' },
];

/** The part of the settings about keys that work wherever the person is. */
export function ShortcutSettings() {
  const { shortcuts } = useSlice('settings');
  const { shortcuts: standings } = useSlice('background');
  const change = useAction('change-settings');
  if (standings === undefined) return null;
  return (
    <PanelSection title="Shortcuts">
      <p className={styles.explanation}>Keys that work in every program, while Azimuth runs.</p>
      {rows.map(({ name, label, command }) => (
        <ShortcutField
          key={name}
          label={label}
          command={command}
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
