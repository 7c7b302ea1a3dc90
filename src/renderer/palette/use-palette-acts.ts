import { useCallback, useState } from 'react';
import { audienceLabel } from '../../shared/audience.ts';
import { useCopyDetail } from '../problem/use-remedy.ts';
import { useRun, useSend } from '../state/commands.ts';
import { useReport, useTell } from '../state/feedback.ts';
import type { PaletteAct, PaletteEntry, PaletteToken } from './palette-entry.ts';

export interface PaletteActs {
  /** Whether something is under way. */
  readonly busy: boolean;
  readonly enter: (act: Exclude<PaletteAct, { kind: 'look-into' }>) => void;
  readonly copyToken: (entry: PaletteEntry) => void;
  readonly copyId: (entry: PaletteEntry) => void;
}

/** What is waited for before the palette goes. */
type AwaitedAct = Exclude<PaletteAct, { kind: 'look-into' | 'copy-token' }>;

/** Carries out what the palette offers; `done` is called when there is nothing more to choose. */
export function usePaletteActs(done: () => void): PaletteActs {
  const run = useRun();
  const send = useSend();
  const report = useReport();
  const tell = useTell();
  const copyDetail = useCopyDetail();
  const [busy, setBusy] = useState(false);

  const copyToken = useCallback(
    async (token: PaletteToken) => {
      // It may take its time, and ask a person first: nothing is to stand before that question.
      done();
      const issued = await run('issue-token', token);
      const copied = issued.ok ? await send('copy-token', { tokenId: issued.value.id }) : issued;
      if (copied.ok) return tell(`Token for ${audienceLabel(token.audience)} copied`);
      // Why there is none, and what to do about it, stands where tokens are asked for; so does one that was not copied.
      const shown = await run('show-page', { page: 'token' });
      // That page needs somebody who is signed in.
      if (!issued.ok && !shown.ok) report(issued.problem);
    },
    [done, report, run, send, tell],
  );

  const carryOut = useCallback(
    async (act: AwaitedAct): Promise<boolean> => {
      switch (act.kind) {
        case 'choose-default':
          return (await send('choose-default', { subscriptionKey: act.subscriptionKey })).ok;
        case 'use-context':
          return (await send('use-context', { contextId: act.contextId })).ok;
        case 'show-page':
          return (await send('show-page', { page: act.page })).ok;
        case 'lock':
          return (await send('lock', {})).ok;
        case 'refresh':
          // The list fills in by itself; nobody waits for it here.
          void send('refresh', {});
          return true;
        case 'sign-in':
          void send('sign-in', { method: act.method });
          return (await send('show-page', { page: 'window' })).ok;
      }
    },
    [send],
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
    enter: useCallback(
      (act) => void (act.kind === 'copy-token' ? copyToken(act.token) : start(carryOut(act))),
      [carryOut, copyToken, start],
    ),
    copyToken: useCallback(({ token }) => void (token && copyToken(token)), [copyToken]),
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
