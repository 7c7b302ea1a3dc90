import type { Tenant } from '../../shared/model.ts';
import { ShownName } from '../labels/ShownName.tsx';
import { useLabel } from '../labels/use-label.ts';
import type { Row } from './directory-index.ts';
import styles from './Grid.module.css';
import { stickyHeight } from './row-height.ts';

interface StickyTenantProps {
  readonly rows: readonly Row[];
  /** The first row in sight. */
  readonly first: number;
}

/** Whose subscriptions are in sight, once their tenant's own row has gone. It only repeats, so it is for the eye. */
export function StickyTenant({ rows, first }: StickyTenantProps) {
  const row = rows[first];
  if (row === undefined || row.kind === 'account' || row.kind === 'tenant') return null;
  return <NameOf tenant={row.tenant} />;
}

function NameOf({ tenant }: { tenant: Tenant }) {
  const { key, displayName, tenantId, defaultDomain } = tenant;
  const label = useLabel(key);
  return (
    <div className={styles.sticky} aria-hidden="true">
      <div className={styles.stickyName} style={{ height: stickyHeight }}>
        <span className={styles.groupName}>
          <ShownName label={label} name={displayName || tenantId} />
        </span>
        <span className={styles.muted}>{defaultDomain}</span>
      </div>
    </div>
  );
}
