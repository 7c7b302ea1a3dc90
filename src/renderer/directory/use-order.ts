import { useCallback } from 'react';
import { useSend } from '../state/commands.ts';
import type { OrderStep } from './order-step.ts';

/** Puts an account or a tenant one place further. */
export function useOrder(): (step: OrderStep) => void {
  const send = useSend();
  return useCallback(
    (step) => {
      if (step.kind === 'order-accounts') void send('order-accounts', step.input);
      else void send('order-tenants', step.input);
    },
    [send],
  );
}
