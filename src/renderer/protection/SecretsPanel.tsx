import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { VaultStatus } from '../../shared/app-state.ts';
import { countOf } from '../../shared/format.ts';
import type { SecretsReport } from '../../shared/secret-places.ts';
import { PlaintextLine } from '../azure-cli/PlaintextLine.tsx';
import { SidePanel } from '../panels/SidePanel.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './Protection.module.css';
import { secretRows } from './secret-rows.ts';
import { StaysAtTheProvider } from './StaysAtTheProvider.tsx';
import { WipeDialog } from './WipeDialog.tsx';

/** What is kept, where and how, as a look at the disk finds it; and the way to have nothing kept at all. */
export function SecretsPanel() {
  const vault = useSlice('vault');
  const [leaving, setLeaving] = useState(false);

  return (
    <SidePanel title="Where secrets are">
      <div className={styles.section}>
        <SecretsTable key={vault.kind} vault={vault} />
        <h3 className={styles.heading}>Elsewhere</h3>
        <ul className={styles.elsewhere}>
          <li>A token that you copied is on the clipboard for the time that the settings say.</li>
          {vault.kind === 'sealed' && vault.keeper === 'system' && (
            <li>
              {vault.by} holds one entry named Azimuth. Without the files above it opens nothing.
            </li>
          )}
          <PlaintextLine />
        </ul>
        <StaysAtTheProvider />
        <Button className={styles.start} onClick={() => setLeaving(true)}>
          Sign out of everything…
        </Button>
      </div>
      {leaving && <WipeDialog onClose={() => setLeaving(false)} />}
    </SidePanel>
  );
}

function SecretsTable({ vault }: { vault: VaultStatus }) {
  const { start, problem } = useAction('read-secret-places');
  const [report, setReport] = useState<SecretsReport>();
  const look = useCallback(
    () => void start({}).then((done) => done.ok && setReport(done.value)),
    [start],
  );

  useEffect(look, [look]);

  if (problem !== undefined) return <ProblemBox problem={problem} place={{ retry: look }} />;
  if (report === undefined) return null;
  return (
    <>
      <p>
        Everything is in <span className={styles.address}>{report.folder}</span>, in files that only
        you can read.
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">What, and where</th>
            <th scope="col">How it is kept</th>
          </tr>
        </thead>
        <tbody>
          {secretRows(report, vault).map(({ what, where, copies, how }) => (
            <tr key={where}>
              <th scope="row">
                {what}
                <span className={styles.file}>
                  {where}
                  {copies > 0 && `, ${countOf(copies, 'more copy', 'more copies')}`}
                </span>
              </th>
              <td>{how}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
