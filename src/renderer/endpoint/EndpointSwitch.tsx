import type { Endpoint } from '../../shared/grant.ts';
import { FlushSwitch } from '../forms/FlushSwitch.tsx';
import { NumberField } from '../panels/NumberField.tsx';
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
      <NumberField
        key={endpointPort}
        name="endpointPort"
        label="Port"
        value={endpointPort}
        zero="Any"
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
