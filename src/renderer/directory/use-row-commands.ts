import { useRemedy } from '../problem/use-remedy.ts';
import { useSend } from '../state/commands.ts';
import { useSlice, useWindow } from '../state/window-context.ts';
import type { Row } from './directory-index.ts';
import { orderStep } from './order-step.ts';
import { tenantStep } from './row-actions.ts';
import { useOrder } from './use-order.ts';

export interface RowCommands {
  /** Makes a subscription the default. */
  readonly choose: (row: Row | undefined) => void;
  /** Carries out the remedy of a tenant that failed. */
  readonly mend: (row: Row) => void;
  readonly reorder: (row: Row | undefined, way: 'up' | 'down') => void;
  readonly collapse: (tenantKey: string, collapsed: boolean) => void;
}

/** What a key or a click on a row asks for; a row that it means nothing for stays as it is. */
export function useRowCommands(): RowCommands {
  const send = useSend();
  const carryOut = useRemedy();
  const order = useOrder();
  const { store } = useWindow();
  const { defaultSubscriptionKey } = useSlice('selection');
  return {
    choose(row) {
      if (row?.kind !== 'subscription' || row.key === defaultSubscriptionKey) return;
      void send('choose-default', { subscriptionKey: row.key });
    },
    mend(row) {
      if (row.kind !== 'problem') return;
      const { accountKey, key: tenantKey } = row.tenant;
      const step = tenantStep(row.tenant, () => void send('refresh', { accountKey, tenantKey }));
      if (step !== undefined) carryOut(step);
    },
    reorder(row, way) {
      const state = store.read();
      const step = row && state && orderStep(row, way, state);
      if (step !== undefined) order(step);
    },
    collapse: (tenantKey, collapsed) => void send('collapse-tenant', { tenantKey, collapsed }),
  };
}
