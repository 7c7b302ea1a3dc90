import { Button } from '@fluentui/react-components';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import type { Context } from '../../shared/context.ts';
import styles from '../default/DefaultCard.module.css';
import { useNavigation } from '../panels/navigation.ts';
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
  const { panel, open } = useNavigation();
  const { tenant, account } = usePlace(context, context.username);
  const tokenIsOpen = panel?.kind === 'token' && panel.target.kind === 'default';
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
      {!tokenIsOpen && (
        <Button
          appearance="primary"
          icon={<KeyRegular />}
          onClick={() => open({ kind: 'token', target: { kind: 'default' } })}
        >
          Get token
        </Button>
      )}
    </>
  );
}
