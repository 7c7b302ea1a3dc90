import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CliSecretFile } from '../../shared/azure-cli.ts';
import { formatAgo, formatBytes } from '../../shared/format.ts';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useNow } from '../state/clock.ts';
import { useAction } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';
import styles from './AzureCli.module.css';
import { RemoveFileDialog } from './RemoveFileDialog.tsx';
import { secretFileWords } from './secret-file-words.ts';

/** A file with secrets in plain text: what that means, and the way to be rid of it. */
export function SecretFileItem({ file }: { file: CliSecretFile }) {
  const { name, path, bytes, modifiedAt, isLink } = file;
  const { title, risk, signsOut } = secretFileWords[name];
  const ago = useNow((now) => formatAgo(modifiedAt, now));
  const [asking, setAsking] = useState(false);
  const remove = useAction('remove-azure-cli-file');
  const tell = useTell();

  async function start(): Promise<void> {
    const done = await remove.start({ name });
    setAsking(false);
    if (done.ok) tell(`${name} is deleted`);
  }

  return (
    <li className={styles.file}>
      <h4 className={styles.title}>{title}</h4>
      <p className={styles.facts}>
        <span className={styles.path}>{path}</span>
        <span>
          {formatBytes(bytes)}, changed {ago}
        </span>
      </p>
      <p>{risk}</p>
      {isLink ? (
        <p>
          It is a link to another place, which Azimuth does not follow: delete it there yourself.
        </p>
      ) : (
        <Button
          className={styles.start}
          aria-label={`Delete ${name}`}
          disabledFocusable={remove.busy}
          onClick={() => (signsOut ? setAsking(true) : void start())}
        >
          {signsOut ? 'Delete…' : 'Delete'}
        </Button>
      )}
      {remove.problem !== undefined && <ProblemBox problem={remove.problem} place={{}} />}
      {asking && (
        <RemoveFileDialog
          file={file}
          busy={remove.busy}
          onConfirm={() => void start()}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
