import type { WebPreferences } from 'electron';
import { toAppAddress, toPageAddress } from './app-address.ts';
import type { CdpSession } from './cdp-pipe.ts';
import type { Chromium } from './chromium.ts';
import { emitToMain, invokeHandler } from './ipc-main.ts';
import type { Sender } from './ipc-main.ts';
import type { PageTarget } from './page-target.ts';
import { followFrames, preloadWorld } from './page-frames.ts';
import type { PageFrames } from './page-frames.ts';
import { writePageScripts } from './page-scripts.ts';
import { routeRequests } from './request-routing.ts';
import type { NavigationRequest } from './request-routing.ts';
import { valueText } from './value-text.ts';

const text = valueText();

/** What happens on a page, told to its WebContents. */
export interface PageEvents {
  mayNavigate(request: NavigationRequest): boolean;
  windowRequested(url: string, frameName: string): void;
  loaded(): void;
  painted(): void;
  crashed(): void;
  gone(): void;
}

export interface Page {
  readonly chromium: Chromium;
  readonly targetId: string;
  readonly session: CdpSession;
  readonly browser: CdpSession;
  readonly frames: PageFrames;
  load(url: string): Promise<void>;
  deliver(frameId: string, channel: string, args: readonly unknown[]): void;
  close(): void;
}

/** Started with `--app`, a visible Chromium opens its first window by itself. */
function openTarget(chromium: Chromium, first: boolean): Promise<PageTarget> {
  const page = { url: 'about:blank', newWindow: true };
  if (!chromium.visible || !first) {
    chromium.pipe.browser.send('Target.createTarget', page).catch(() => undefined);
  }
  return chromium.pages.next();
}

/** Opens a page in Chromium and makes it a renderer of this app: preload, IPC, `app:` requests. */
export async function openPage(
  chromium: Chromium,
  first: boolean,
  sender: Sender,
  preferences: WebPreferences,
  events: PageEvents,
): Promise<Page> {
  const { browser } = chromium.pipe;
  const { targetId, sessionId, session } = await openTarget(chromium, first);
  const scripts = writePageScripts(preferences);
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);

  function hear(frameId: string, message: object): void {
    const executionContextId = frames.preloadContext(frameId);
    if (executionContextId === undefined) return;
    quietly(
      session.send('Runtime.callFunctionOn', {
        functionDeclaration: 'function (name, text) { this[name](text); }',
        executionContextId,
        arguments: [{ value: scripts.hearing }, { value: text.encode(message) }],
      }),
    );
  }

  const deliver: Page['deliver'] = (frameId, channel, args) =>
    hear(frameId, { kind: 'deliver', channel, args });

  const frames = followFrames(session, targetId, {
    send: deliver,
    evaluate: async (frameId, code) => {
      const contextId = frames.mainContext(frameId);
      if (contextId === undefined) throw new Error('This frame has no document.');
      const options = { expression: code, contextId, returnByValue: true, awaitPromise: true };
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', options);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'It threw.');
      return result.value;
    },
  });

  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== scripts.binding) return;
    const frame = frames.ofContext(executionContextId);
    if (!frame) return;
    const parts = new Map(Object.entries(text.decode(payload) ?? {}));
    if (parts.get('kind') === 'open') {
      events.windowRequested(toAppAddress(String(parts.get('url'))), String(parts.get('name')));
      return;
    }
    const args: unknown = parts.get('args');
    const channel = String(parts.get('channel'));
    const given: readonly unknown[] = Array.isArray(args) ? args : [];
    if (parts.get('kind') === 'send') {
      emitToMain(sender, frame, channel, given);
      return;
    }
    void invokeHandler(sender, frame, channel, given).then((answer) =>
      hear(frame.frameToken, { kind: 'answer', id: parts.get('id'), ...answer }),
    );
  });

  session.on('Page.windowOpen', ({ url, windowName }) =>
    events.windowRequested(toAppAddress(url), windowName),
  );
  // Chromium's own error page is not the app's.
  const isError = () => frames.main().url.startsWith('chrome-error:');
  session.on('Page.loadEventFired', () => {
    if (!isError()) events.loaded();
  });
  session.on('Page.lifecycleEvent', ({ name, frameId }) => {
    const isMain = frameId === targetId && !isError();
    if (name === 'firstContentfulPaint' && isMain) events.painted();
  });
  session.on('Inspector.targetCrashed', () => events.crashed());
  let left = false;
  const gone = () => {
    if (!left) events.gone();
    left = true;
  };
  browser.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId === sessionId) gone();
  });
  chromium.pipe.onClosed(gone);

  const worldName = preloadWorld;
  await Promise.all([
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    session.send('Inspector.enable'),
    session.send('Network.enable'),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    // A window of this app has the focus unless it is hidden, whatever Chromium's own windows do.
    session.send('Emulation.setFocusEmulationEnabled', { enabled: !chromium.visible }),
    session.send('Runtime.addBinding', { name: scripts.binding, executionContextName: worldName }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName }),
    routeRequests(session, targetId, events.mayNavigate),
    session.send('Runtime.runIfWaitingForDebugger'),
  ]);

  return {
    chromium,
    targetId,
    session,
    browser,
    frames,
    deliver,
    load: async (url) => {
      const answer = await session.send('Page.navigate', { url: toPageAddress(url) });
      if (answer.errorText !== undefined) {
        throw new Error(`${answer.errorText} loading '${url}'`);
      }
    },
    close: () => {
      left = true;
      quietly(browser.send('Target.closeTarget', { targetId }));
    },
  };
}
