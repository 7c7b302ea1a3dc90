import type { Context } from '../../shared/context.ts';
import styles from '../default/DefaultCard.module.css';
import { GetTokenButton } from '../default/GetTokenButton.tsx';
import { useSlice } from '../state/window-context.ts';
import { ContextName } from './ContextName.tsx';
import { usePlace } from './use-place.ts';

/** The context that is the default, if one is. */
export function useCurrentContext(): Context | undefined {
  const { list, currentId } = useSlice('contexts');
  return list.find(({ id }) => id === currentId);
}

/** The default where it is a whole tenant. */
export function CurrentTenant({ context }: { context: Context }) {
  const { tenant, account } = usePlace(context, context.username);
  return (
    <>
      <div className={styles.text}>
        <p className={styles.label}>
          <span>Default context</span>
          <ContextName context={context} />
        </p>
        <p className={styles.name} title={tenant}>
          {tenant}
        </p>
        <p className={styles.line}>
          <span>The whole tenant, no subscription</span>
          <span>{account}</span>
        </p>
      </div>
      <GetTokenButton />
    </>
  );
}
