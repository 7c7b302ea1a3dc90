import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { settingsSchema } from '../../shared/contract.ts';
import type { Endpoint } from '../../shared/grant.ts';
import { FlushSwitch } from '../forms/FlushSwitch.tsx';
import { ProblemBox } from '../problem/ProblemBox.tsx';
import { useAction } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import { Containers } from './Containers.tsx';
import styles from './Endpoint.module.css';

/** Opens and closes the endpoint, and says where it is. */
export function EndpointSwitch() {
  const { endpointOn, endpointPort } = useSlice('settings');
  const endpoint = useSlice('endpoint');
  const change = useAction('switch-endpoint');
  const problem = endpoint.kind === 'failed' ? endpoint.problem : change.problem;
  return (
    <div className={styles.switch}>
      <p className={styles.quiet}>
        Programs that use an Azure SDK get their tokens here without a sign-in of their own, as they
        would from a managed identity in Azure.
      </p>
      <FlushSwitch
        label="Let programs ask"
        checked={endpointOn}
        data-focus-first
        onChange={(checked) => void change.start({ on: checked })}
      />
      <PortField
        key={endpointPort}
        port={endpointPort}
        onChange={(port) => void change.start({ on: endpointOn, port })}
      />
      <Whereabouts endpoint={endpoint} isOn={endpointOn} />
      {endpointOn && endpoint.kind === 'on' && <Containers endpoint={endpoint} />}
      {problem !== undefined && <ProblemBox problem={problem} place={{}} />}
    </div>
  );
}

function Whereabouts({ endpoint, isOn }: { endpoint: Endpoint; isOn: boolean }) {
  if (endpoint.kind !== 'on') return null;
  return (
    <p className={styles.quiet}>
      {isOn ? 'Listens at ' : 'Listens for a command of azimuth run at '}
      <code className={styles.address}>{endpoint.address}</code>, for programs on this computer
      {endpoint.containers === undefined && ' only'}.
    </p>
  );
}

/** Sent when the person is done with it: on Enter, or on leaving the field. */
function PortField({ port, onChange }: { port: number; onChange: (port: number) => void }) {
  const [text, setText] = useState(port === 0 ? '' : String(port));
  const parsed = settingsSchema.shape.endpointPort.safeParse(Number(text.trim()));
  const error = parsed.success ? undefined : parsed.error.issues[0]?.message;

  function commit(): void {
    if (parsed.success && parsed.data !== port) onChange(parsed.data);
  }

  return (
    <Field label="Port" {...(error === undefined ? {} : { validationMessage: error })}>
      <Input
        className={styles.port}
        inputMode="numeric"
        placeholder="Any"
        value={text}
        onChange={(_, data) => setText(data.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </Field>
  );
}
