import { useCallback, useState } from 'react';
import { audienceLabel } from '../../shared/audience.ts';
import { useCopyDetail } from '../problem/use-remedy.ts';
import { useRun, useSend } from '../state/commands.ts';
import { useTell } from '../state/feedback.ts';
import type { PaletteAct, PaletteEntry, PaletteToken } from './palette-entry.ts';

export interface PaletteActs {
  /** Whether something is under way. */
  readonly busy: boolean;
  readonly enter: (act: Exclude<PaletteAct, { kind: 'look-into' }>) => void;
  readonly copyToken: (entry: PaletteEntry) => void;
  readonly copyId: (entry: PaletteEntry) => void;
}

/** Carries out what the palette offers; `done` is called once it is. */
export function usePaletteActs(done: () => void): PaletteActs {
  const run = useRun();
  const send = useSend();
  const tell = useTell();
  const copyDetail = useCopyDetail();
  const [busy, setBusy] = useState(false);

  const copyToken = useCallback(
    async (token: PaletteToken) => {
      const issued = await run('issue-token', token);
      const copied = issued.ok ? await send('copy-token', { tokenId: issued.value.id }) : issued;
      if (copied.ok) tell(`Token for ${audienceLabel(token.audience)} copied`);
      // Why there is none, and what to do about it, stands where tokens are asked for.
      if (!issued.ok) await send('show-page', { page: 'token' });
      return true;
    },
    [run, send, tell],
  );

  const carryOut = useCallback(
    async (act: Exclude<PaletteAct, { kind: 'look-into' }>): Promise<boolean> => {
      switch (act.kind) {
        case 'choose-default':
          return (await send('choose-default', { subscriptionKey: act.subscriptionKey })).ok;
        case 'use-context':
          return (await send('use-context', { contextId: act.contextId })).ok;
        case 'copy-token':
          return copyToken(act.token);
        case 'show-page':
          return (await send('show-page', { page: act.page })).ok;
        case 'run':
          return act.name === 'lock'
            ? (await send('lock', {})).ok
            : // The list fills in by itself; nobody waits for it here.
              (void send('refresh', {}), true);
        case 'sign-in':
          void send('sign-in', { method: act.method });
          return (await send('show-page', { page: 'window' })).ok;
      }
    },
    [copyToken, send],
  );

  const start = useCallback(
    async (work: Promise<boolean>) => {
      setBusy(true);
      const isDone = await work;
      setBusy(false);
      if (isDone) done();
    },
    [done],
  );

  return {
    busy,
    enter: useCallback((act) => void start(carryOut(act)), [carryOut, start]),
    copyToken: useCallback(
      ({ token }) => {
        if (token) void start(copyToken(token));
      },
      [copyToken, start],
    ),
    copyId: useCallback(
      ({ id }) => {
        if (!id) return;
        const what = id.kind === 'tenant-id' ? 'Tenant ID' : 'Subscription ID';
        void start(copyDetail(id, what).then(() => true));
      },
      [copyDetail, start],
    ),
  };
}
