import { ProgressBar } from '@fluentui/react-components';
import { CloudOffRegular } from '@fluentui/react-icons/svg/cloud-off';
import type { Discovery } from '../../shared/app-state.ts';
import { countOf, formatAgo } from '../../shared/format.ts';
import { useNow } from '../state/clock.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './Directory.module.css';

/** The foot of the list: how fresh it is, or how far its reading has come. */
export function DirectoryStatus() {
  const discovery = useSlice('discovery');
  const accounts = useSlice('accounts');
  const tenants = useSlice('tenants');
  const running = discovery.running > 0;
  const offline = [
    ...tenants.map(({ status }) => status),
    ...accounts.map(({ session }) => session),
  ].some((one) => 'problem' in one && one.problem.kind === 'offline');
  return (
    <footer className={styles.foot}>
      {running ? <Progress discovery={discovery} /> : <Freshness at={discovery.finishedAt} />}
      {offline && !running && (
        <p className={styles.offline}>
          <span className={styles.offlineIcon}>
            <CloudOffRegular />
          </span>
          Offline: this is what was remembered
        </p>
      )}
      <p className={styles.tenants}>{countOf(tenants.length, 'tenant')}</p>
    </footer>
  );
}

function Progress({ discovery }: { discovery: Discovery }) {
  const { tenantsDone, tenantsTotal } = discovery;
  const known = tenantsTotal > 0;
  return (
    <>
      <ProgressBar
        className={styles.progress}
        aria-label="Reading tenants"
        {...(known ? { value: tenantsDone / tenantsTotal } : {})}
      />
      <p>{known ? `Reading: ${tenantsDone} of ${tenantsTotal} tenants` : 'Looking for tenants…'}</p>
    </>
  );
}

function Freshness({ at }: { at: number | undefined }) {
  const updated = useNow((now) =>
    at === undefined ? 'Not updated yet' : `Updated ${formatAgo(at, now)}`,
  );
  return <p>{updated}</p>;
}
