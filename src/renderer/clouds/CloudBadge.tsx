import { Badge } from '@fluentui/react-components';
import { cloudNamed, publicCloud } from '../../shared/cloud.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './Clouds.module.css';

/** The cloud of an account, where it is not the one that everybody expects. */
export function CloudBadge({ cloud }: { cloud: string }) {
  const { known } = useSlice('clouds');
  if (cloud === publicCloud.name) return null;
  const name = cloudNamed(known, cloud)?.displayName ?? `${cloud} (not set up)`;
  return (
    <Badge appearance="tint" color="informative" size="small" className={styles.badge} title={name}>
      {name}
    </Badge>
  );
}
