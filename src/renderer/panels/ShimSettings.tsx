import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { PathShell, ShimStatus } from '../../shared/shim.ts';
import { pathLine, pathShellsFor, shellNames } from '../../shared/shim.ts';
import { PanelSection } from './PanelSection.tsx';
import { FlushSwitch } from '../forms/FlushSwitch.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction, useSend } from '../state/commands.ts';
import styles from './Panels.module.css';

function nameOf(shell: PathShell): string {
  if (shell === 'cmd') return 'Command Prompt';
  return shell === 'bash' ? `${shellNames.bash} or ${shellNames.zsh}` : shellNames[shell];
}

/** zsh takes the line of bash. */
const shown = (folder: string): readonly PathShell[] =>
  pathShellsFor(folder).filter((shell) => shell !== 'zsh');

/** The part of the settings about programs that call `az`. */
export function ShimSettings() {
  const send = useSend();
  const set = useAction('set-shim');
  const [status, setStatus] = useState<ShimStatus>();

  useEffect(() => {
    void send('read-shim', {}).then((done) => done.ok && setStatus(done.value));
  }, [send]);

  const change = async (installed: boolean): Promise<void> => {
    const done = await set.start({ installed });
    if (done.ok) setStatus(done.value);
  };

  return (
    <PanelSection title="Terminal">
      <FlushSwitch
        checked={status?.installed === true}
        disabled={status === undefined || set.busy}
        onChange={(checked) => void change(checked)}
        label="Answer programs that call az"
      />
      <p className={styles.explanation}>
        Puts an az of Azimuth’s own into a folder. Terraform, SDKs and scripts then get their tokens
        here; everything else goes on to your real az, which is not touched.
      </p>
      {set.problem !== undefined && <ProblemBox problem={set.problem} place={{}} />}
      {status?.installed === true && (
        <>
          <p className={styles.explanation}>
            Put the line of your shell into its profile, then open a new terminal.
          </p>
          {shown(status.folder).map((shell) => (
            <div key={shell} className={styles.line}>
              <span className={styles.shell}>{nameOf(shell)}</span>
              <code className={styles.code}>{pathLine(status.folder, shell)}</code>
              <Button
                size="small"
                aria-label={`Copy the line for ${nameOf(shell)}`}
                onClick={() => void send('copy-shim-line', { shell })}
              >
                Copy
              </Button>
            </div>
          ))}
        </>
      )}
    </PanelSection>
  );
}
