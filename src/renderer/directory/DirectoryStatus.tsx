import { Button, ProgressBar } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { CloudOffRegular } from '@fluentui/react-icons/svg/cloud-off';
import { formatAgo } from '../../shared/format.ts';
import { useNow } from '../state/clock.ts';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './Directory.module.css';

/** How fresh the list is, and the way to a fresher one. */
export function DirectoryStatus() {
  const discovery = useSlice('discovery');
  const offline = useSlice('tenants').some(
    ({ status }) => status.kind === 'failed' && status.problem.kind === 'offline',
  );
  const send = useSend();
  const { finishedAt } = discovery;
  const updated = useNow((now) =>
    finishedAt === undefined ? '' : `Updated ${formatAgo(finishedAt, now)}`,
  );
  const running = discovery.running > 0;

  return (
    <>
      {offline && !running && (
        <p className={styles.offline}>
          <span className={styles.offlineIcon}>
            <CloudOffRegular />
          </span>
          Offline: remembered list
        </p>
      )}
      <p className={styles.updated}>
        {running
          ? discovery.tenantsTotal === 0
            ? 'Looking for tenants…'
            : `${discovery.tenantsDone} of ${discovery.tenantsTotal} tenants`
          : updated}
      </p>
      <Button
        appearance="subtle"
        icon={<ArrowClockwiseRegular />}
        aria-label="Refresh"
        title="Refresh the list"
        disabledFocusable={running}
        onClick={() => void send('refresh', {})}
      />
      {running && (
        <ProgressBar
          className={styles.progress}
          aria-label="Reading tenants"
          thickness="medium"
          {...(discovery.tenantsTotal === 0
            ? {}
            : { value: discovery.tenantsDone / discovery.tenantsTotal })}
        />
      )}
    </>
  );
}
