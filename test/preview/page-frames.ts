import type { CdpSession } from './cdp-pipe.ts';
import { createFrame } from './web-frame.ts';
import type { Frame, FramePowers } from './web-frame.ts';

/** The isolated world in which the preload runs, in every frame. */
export const preloadWorld = 'azimuth preload';

export interface PageFrames {
  main(): Frame;
  find(frameId: string): Frame | undefined;
  /** The frame whose preload world has this execution context. */
  ofContext(contextId: number): Frame | undefined;
  /** The execution context of a frame's preload world, once its document exists. */
  preloadContext(frameId: string): number | undefined;
  mainContext(frameId: string): number | undefined;
}

/** Follows the page's frame tree and the JavaScript worlds of each frame. */
export function followFrames(
  session: CdpSession,
  mainFrameId: string,
  powers: FramePowers,
): PageFrames {
  const frames = new Map<string, Frame>([[mainFrameId, createFrame(mainFrameId, null, powers)]]);
  const frameOf = new Map<number, string>();
  const preloadContexts = new Map<string, number>();
  const mainContexts = new Map<string, number>();

  function obtain(frameId: string, parentId: string | undefined): Frame {
    const known = frames.get(frameId);
    if (known) return known;
    const parent = parentId === undefined ? null : obtain(parentId, undefined);
    const fresh = createFrame(frameId, parent, powers);
    parent?.attach(fresh);
    frames.set(frameId, fresh);
    return fresh;
  }

  // What the page showed before anybody followed it.
  session
    .send('Page.getFrameTree')
    .then(({ frameTree }) => obtain(mainFrameId, undefined).navigated(frameTree.frame.url, ''))
    .catch(() => undefined);
  session.on('Page.frameAttached', (event) => void obtain(event.frameId, event.parentFrameId));
  session.on('Page.frameNavigated', ({ frame }) => {
    const url = frame.url + (frame.urlFragment ?? '');
    obtain(frame.id, frame.parentId).navigated(url, frame.name ?? '');
  });
  session.on('Page.navigatedWithinDocument', (event) => {
    const frame = frames.get(event.frameId);
    frame?.navigated(event.url, frame.name);
  });
  session.on('Page.frameDetached', (event) => {
    frames.get(event.frameId)?.detach();
    frames.delete(event.frameId);
  });
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const frameId = String(new Map(Object.entries(context.auxData ?? {})).get('frameId'));
    if (context.name === preloadWorld) {
      frameOf.set(context.id, frameId);
      preloadContexts.set(frameId, context.id);
    } else if (context.name === '') {
      mainContexts.set(frameId, context.id);
    }
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    const frameId = frameOf.get(executionContextId);
    frameOf.delete(executionContextId);
    if (frameId && preloadContexts.get(frameId) === executionContextId) {
      preloadContexts.delete(frameId);
    }
  });
  session.on('Runtime.executionContextsCleared', () => {
    frameOf.clear();
    preloadContexts.clear();
    mainContexts.clear();
  });

  return {
    main: () => obtain(mainFrameId, undefined),
    find: (frameId) => frames.get(frameId),
    ofContext: (contextId) => frames.get(frameOf.get(contextId) ?? ''),
    preloadContext: (frameId) => preloadContexts.get(frameId),
    mainContext: (frameId) => mainContexts.get(frameId),
  };
}
