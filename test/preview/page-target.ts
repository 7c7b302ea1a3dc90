import type { CdpPipe, CdpSession } from './cdp-pipe.ts';

/** A page of Chromium's, stopped before its first document, and the session to set it up with. */
export interface PageTarget {
  readonly targetId: string;
  readonly sessionId: string;
  readonly session: CdpSession;
}

export interface PageTargets {
  /** The next page that opens; `Runtime.runIfWaitingForDebugger` lets it go on. */
  next(): Promise<PageTarget>;
}

/**
 * Stops every new page until it has been set up. Windows that a page opened are closed while they are
 * stopped: the app's handler was asked about them, and this host opens no second window for anybody.
 */
export async function followPages(pipe: CdpPipe): Promise<PageTargets> {
  let ready: readonly PageTarget[] = [];
  let waiting: readonly ((target: PageTarget) => void)[] = [];

  pipe.browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const { targetId, openerFrameId, type } = targetInfo;
    if (type !== 'page') return;
    if (openerFrameId !== undefined) {
      pipe.browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
      return;
    }
    const target = { targetId, sessionId, session: pipe.session(sessionId) };
    const [first, ...others] = waiting;
    waiting = others;
    if (first) first(target);
    else ready = [...ready, target];
  });

  await pipe.browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  });

  return {
    next: () => {
      const [first, ...others] = ready;
      ready = others;
      if (first) return Promise.resolve(first);
      return new Promise((resolve) => (waiting = [...waiting, resolve]));
    },
  };
}
