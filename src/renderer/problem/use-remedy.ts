import { useCallback } from 'react';
import { useSend } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';
import { focusSubscriptions, useNavigation } from '../panels/navigation.ts';
import { useServicePrincipalForm } from '../service-principal/opening.ts';
import type { CopyTarget, RemedyStep } from './remedy.ts';

/** Copies something through main and says so. */
export function useCopyDetail(): (of: CopyTarget, what: string) => Promise<void> {
  const send = useSend();
  const tell = useTell();
  return useCallback(
    async (of, what) => {
      const result = await send('copy-detail', { of });
      if (result.ok) tell(`${what} copied`);
    },
    [send, tell],
  );
}

/** Carries out the step of a remedy. */
export function useRemedy(): (step: RemedyStep) => void {
  const send = useSend();
  const copy = useCopyDetail();
  const openServicePrincipal = useServicePrincipalForm();
  const { open } = useNavigation();
  return useCallback(
    (step) => {
      switch (step.kind) {
        case 'sign-in':
          void send('sign-in', step.input);
          return;
        case 'replace-credential':
          openServicePrincipal(step.accountKey);
          return;
        case 'refresh':
          void send('refresh', step.input);
          return;
        case 'clouds':
          // The card of a sign-in that failed lies over everything else.
          void send('dismiss-sign-in', {});
          open({
            kind: 'clouds',
            ...(step.clientIdOf === undefined ? {} : { clientIdOf: step.clientIdOf }),
          });
          return;
        case 'copy':
          void copy(step.of, 'Details');
          return;
        case 'retry':
          step.retry();
          return;
        case 'choose-default':
          focusSubscriptions();
          return;
      }
    },
    [copy, open, openServicePrincipal, send],
  );
}
