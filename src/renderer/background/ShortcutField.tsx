import { Button, Field } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useEffect, useState } from 'react';
import { acceleratorLabel, recordKeys } from '../../shared/accelerator.ts';
import type { ShortcutStanding } from '../../shared/shortcut.ts';
import { isMac } from '../is-mac.ts';
import { useSend } from '../state/commands.ts';
import styles from './Background.module.css';

interface ShortcutFieldProps {
  readonly label: string;
  readonly command: string;
  readonly accelerator: string | undefined;
  readonly standing: ShortcutStanding | undefined;
  /** None: the shortcut is taken away. */
  readonly onChange: (accelerator: string | undefined) => void;
}

/** One shortcut: recorded by pressing its keys. Tab goes on and Escape stops, as everywhere. */
export function ShortcutField(props: ShortcutFieldProps) {
  const { label, accelerator, standing, onChange } = props;
  const [recording, setRecording] = useState(false);
  const [why, setWhy] = useState<string>();
  const onMac = isMac(navigator.userAgent);
  const send = useSend();

  // The keys of now would act instead of being recorded.
  useEffect(() => {
    if (!recording) return undefined;
    void send('record-keys', { recording: true });
    return () => void send('record-keys', { recording: false });
  }, [recording, send]);

  function stop(): void {
    setRecording(false);
    setWhy(undefined);
  }

  function record(event: KeyboardEvent): void {
    if (!recording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return stop();
    const recorded = recordKeys(event, onMac);
    setWhy(recorded.kind === 'unusable' ? recorded.why : undefined);
    if (recorded.kind !== 'accelerator') return;
    stop();
    onChange(recorded.accelerator);
  }

  const message = why ?? (!recording && standing === 'refused' ? refusedWords : null);
  const keys = accelerator === undefined ? undefined : acceleratorLabel(accelerator, onMac);
  return (
    <Field
      label={label}
      hint={recording ? 'Press the keys together. Escape stops.' : <Instead {...props} />}
      validationState={message === null ? 'none' : 'error'}
      validationMessage={message}
    >
      {(field) => (
        <div className={styles.shortcut}>
          <Button
            aria-label={`${label}: ${recording ? 'press the keys' : (keys ?? 'no keys')}`}
            aria-describedby={field['aria-describedby']}
            appearance={recording ? 'primary' : 'secondary'}
            onClick={() => setRecording(true)}
            onKeyDown={record}
            onBlur={stop}
          >
            {recording ? 'Press the keys…' : (keys ?? 'Choose keys…')}
          </Button>
          {keys !== undefined && !recording && (
            <Button
              appearance="subtle"
              aria-label={`Remove the keys: ${label}`}
              onClick={() => onChange(undefined)}
            >
              Remove
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}

/** What else there is where the system does not give keys, or does not tell. */
function Instead({ standing, command }: Pick<ShortcutFieldProps, 'standing' | 'command'>) {
  if (standing !== 'refused' && standing !== 'asked') return null;
  return (
    <>
      {standing === 'asked' && askedWords} Your desktop’s own keyboard settings can run this
      instead: <code>{command}</code>
    </>
  );
}

const refusedWords =
  'The system did not give these keys: another program has them, or it gives out none. Choose others.';

const askedWords =
  'Your desktop decides about these keys and does not tell how. If nothing happens when you press them, look for Azimuth among its shortcuts.';
