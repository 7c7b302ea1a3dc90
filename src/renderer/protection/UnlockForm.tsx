import { Button } from '@fluentui/react-components';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { formatCountdown } from '../../shared/format.ts';
import { useNow } from '../state/clock.ts';
import { useAction } from '../state/commands.ts';
import { PassphraseField } from './PassphraseField.tsx';
import styles from './Protection.module.css';

interface UnlockFormProps {
  readonly retryAt: number | undefined;
  /** Whether there is no better way, which would be offered before. */
  readonly first: boolean;
}

/** Asks for the passphrase; after wrong ones it waits as long as main does, also in a window that was loaded anew. */
export function UnlockForm({ retryAt, first }: UnlockFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const unlock = useAction('unlock');
  const wait = useNow((now) =>
    retryAt !== undefined && retryAt > now ? formatCountdown(retryAt - now) : undefined,
  );
  const error = [
    unlock.problem?.message,
    wait === undefined ? undefined : `You can try again in ${wait}.`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setPassphrase('');
    void unlock.start({ passphrase });
  }

  return (
    <form className={styles.unlockForm} onSubmit={submit} noValidate>
      <PassphraseField
        label="Passphrase"
        value={passphrase}
        error={error === '' ? undefined : error}
        autoFocus={first}
        autoComplete="current-password"
        onChange={setPassphrase}
      />
      <Button
        type="submit"
        appearance={first ? 'primary' : 'secondary'}
        size="large"
        disabled={unlock.busy || wait !== undefined}
      >
        {unlock.busy ? 'Unlocking…' : 'Unlock'}
      </Button>
    </form>
  );
}
