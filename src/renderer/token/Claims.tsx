import { Button } from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { useState } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useRun } from '../state/commands.ts';
import type { ClaimRow } from './claim-rows.ts';
import { claimRows } from './claim-rows.ts';
import styles from './Token.module.css';

/** What the token says, decoded on demand. */
export function Claims({ tokenId }: { tokenId: string }) {
  const run = useRun();
  const [rows, setRows] = useState<readonly ClaimRow[]>();
  const [problem, setProblem] = useState<Problem>();

  async function show(): Promise<void> {
    const result = await run('read-claims', { tokenId });
    if (result.ok) setRows(claimRows(result.value));
    setProblem(result.ok ? undefined : result.problem);
  }

  return (
    <div className={styles.reveal}>
      <Button
        icon={<TableRegular />}
        onClick={() => (rows === undefined ? void show() : setRows(undefined))}
      >
        {rows === undefined ? 'Show claims' : 'Close claims'}
      </Button>
      {rows?.length === 0 && (
        <p className={styles.quiet}>This token’s content can only be read by its service.</p>
      )}
      {rows !== undefined && rows.length > 0 && <ClaimTable rows={rows} />}
      {problem !== undefined && <ProblemBox problem={problem} place={{}} />}
    </div>
  );
}

function ClaimTable({ rows }: { rows: readonly ClaimRow[] }) {
  return (
    <table className={styles.claims} aria-label="Claims">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              {row.name}
              {row.note !== undefined && <span className={styles.note}>{row.note}</span>}
            </th>
            <td>
              {row.value}
              {row.date !== undefined && <span className={styles.note}>{row.date}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
