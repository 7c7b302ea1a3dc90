import { useCallback } from 'react';
import { useLabelForm } from '../labels/labelling.ts';
import { useNavigation } from '../panels/navigation.ts';
import { useCopyDetail, useRemedy } from '../problem/use-remedy.ts';
import { useSend } from '../state/commands.ts';
import type { RowAction } from './row-actions.ts';
import { useOrder } from './use-order.ts';

/** Carries out a line of a row's menu. */
export function useRowActions(): (action: RowAction) => void {
  const send = useSend();
  const copy = useCopyDetail();
  const remedy = useRemedy();
  const openLabel = useLabelForm();
  const order = useOrder();
  const { open } = useNavigation();
  return useCallback(
    (action) => {
      switch (action.kind) {
        case 'choose-default':
          void send('choose-default', { subscriptionKey: action.subscriptionKey });
          return;
        case 'favourite': {
          const { subscriptionKey, favourite } = action;
          void send('set-favourite', { subscriptionKey, favourite });
          return;
        }
        case 'get-token':
          open({ kind: 'token', target: action.target });
          return;
        case 'new-context':
          open({ kind: 'contexts', draft: action.place });
          return;
        case 'copy':
          void copy(action.of, action.what);
          return;
        case 'open-portal':
          void send('open-portal', { subscriptionKey: action.subscriptionKey });
          return;
        case 'remedy':
          remedy(action.step);
          return;
        case 'label':
          openLabel(action.of);
          return;
        case 'order':
          order(action.step);
          return;
      }
    },
    [copy, open, openLabel, order, remedy, send],
  );
}
