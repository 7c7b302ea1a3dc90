import type { CdpSession } from './cdp-pipe.ts';
import type { Chromium } from './chromium.ts';

export interface PageTarget {
  readonly targetId: string;
  readonly sessionId: string;
  readonly session: CdpSession;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));
const patience = 5000;

/** A page of Chromium's that shows nothing yet, and a session with it. */
export async function openTarget(chromium: Chromium, first: boolean): Promise<PageTarget> {
  if (chromium.visible && first) return adoptStartWindow(chromium);
  const { browser } = chromium.pipe;
  const page = { url: 'about:blank', newWindow: true };
  const { targetId } = await browser.send('Target.createTarget', page);
  return attach(chromium, targetId);
}

async function attach(chromium: Chromium, targetId: string): Promise<PageTarget> {
  const { browser } = chromium.pipe;
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  return { targetId, sessionId, session: chromium.pipe.session(sessionId) };
}

/**
 * Started with `--app`, Chromium opens the window without browser controls by itself, and goes to an
 * address that does not resolve. Only once that has failed does the page stay where we send it.
 */
async function adoptStartWindow(chromium: Chromium): Promise<PageTarget> {
  const { browser } = chromium.pipe;
  const deadline = Date.now() + patience;
  for (;;) {
    const { targetInfos } = await browser.send('Target.getTargets');
    const found = targetInfos.find(({ type }) => type === 'page');
    if (!found) {
      await pause();
      continue;
    }
    const target = await attach(chromium, found.targetId);
    while (Date.now() < deadline && !(await hasFailed(target.session))) await pause();
    return target;
  }
}

async function hasFailed(session: CdpSession): Promise<boolean> {
  const expression = `location.protocol === 'chrome-error:' && document.readyState === 'complete'`;
  // Between two documents there is nothing to ask.
  const answer = await session.send('Runtime.evaluate', { expression }).catch(() => undefined);
  return answer?.result.value === true;
}
