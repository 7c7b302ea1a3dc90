import { keepsRunning } from '../../shared/settings.ts';
import styles from '../panels/Panels.module.css';
import { PanelSection } from '../panels/PanelSection.tsx';
import { FlushSwitch } from '../forms/FlushSwitch.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';

/** The part of the settings about what goes on without a window. */
export function BackgroundSettings() {
  const settings = useSlice('settings');
  const background = useSlice('background');
  const change = useAction('change-settings');
  const login = useAction('open-at-login');
  const problem = change.problem ?? login.problem;
  return (
    <PanelSection title="Background">
      <FlushSwitch
        checked={keepsRunning({ settings, background })}
        onChange={(checked) => void change.start({ keepRunning: checked })}
        label="Keep running when the window is closed"
      />
      {background.opensAtLogin !== undefined && (
        <FlushSwitch
          checked={background.opensAtLogin}
          disabled={login.busy}
          onChange={(checked) => void login.start({ on: checked })}
          label="Start when you sign in to this computer, without a window"
        />
      )}
      {!background.trayShown && <NoTrayHint />}
      {problem !== undefined && <ProblemBox problem={problem} place={{}} />}
    </PanelSection>
  );
}

/** The other ways in, where no icon leads back to the window. */
function NoTrayHint() {
  return (
    <p className={styles.explanation}>
      This desktop shows no tray icons; GNOME does with its AppIndicator extension. Without one,
      start Azimuth again to see its window, use the azimuth command in a terminal, and end it with{' '}
      <code>azimuth quit</code>.
    </p>
  );
}
