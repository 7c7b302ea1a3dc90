import { Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { doorWarning, usualDoor } from '../../shared/container-door.ts';
import { containerDoorSchema } from '../../shared/container-door.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import { useAction } from '../state/commands.ts';
import styles from './Endpoint.module.css';

/** Warns before another address than the loopback is listened at, and asks which one. */
export function OpenToContainersDialog({ onClose }: { onClose: () => void }) {
  const [address, setAddress] = useState<string>(usualDoor.address);
  const [hostName, setHostName] = useState<string>(usualDoor.hostName);
  const [tried, setTried] = useState(false);
  const { busy, problem, start } = useAction('open-to-containers');
  const name = hostName.trim();
  const read = containerDoorSchema.safeParse({
    address: address.trim(),
    ...(name === '' ? {} : { hostName: name }),
  });

  const errorAt = (field: 'address' | 'hostName') => {
    const issue = read.error?.issues.find(({ path }) => path[0] === field);
    return tried && issue ? { validationMessage: issue.message } : {};
  };

  async function submit(): Promise<void> {
    setTried(true);
    if (!read.success) return;
    const opened = await start({ door: read.data, warned: true });
    if (opened.ok) onClose();
  }

  return (
    <FormDialog
      alert
      title="Let containers in?"
      submit="Let them in"
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{doorWarning}</MessageBarBody>
      </MessageBar>
      <Field
        label="Address of this computer"
        hint="Docker on Linux: 172.17.0.1. Docker Desktop: 127.0.0.1."
        {...errorAt('address')}
      >
        <Input
          value={address}
          spellCheck={false}
          onChange={(_, { value }) => {
            setTried(false);
            setAddress(value);
          }}
        />
      </Field>
      <Field
        label="Name in containers"
        hint="Requests for other names are refused."
        {...errorAt('hostName')}
      >
        <Input
          value={hostName}
          spellCheck={false}
          onChange={(_, { value }) => {
            setTried(false);
            setHostName(value);
          }}
        />
      </Field>
      <p className={styles.quiet}>
        They stay in until you shut them out, switch the endpoint off or close Azimuth.
      </p>
    </FormDialog>
  );
}
