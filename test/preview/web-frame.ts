import type { WebFrameMain } from 'electron';
import { appOrigin, toAppAddress } from './app-address.ts';

type Facts = 'url' | 'origin' | 'name' | 'frameToken' | 'processId' | 'routingId' | 'detached';

/** The part of WebFrameMain that stands here: enough for a sender check to judge by. */
export interface FrameFace extends Pick<
  WebFrameMain,
  Facts | 'isDestroyed' | 'send' | 'executeJavaScript'
> {
  readonly parent: FrameFace | null;
  readonly top: FrameFace | null;
  readonly frames: FrameFace[];
  readonly framesInSubtree: FrameFace[];
}

/** What a frame needs from its page to act. */
export interface FramePowers {
  send(frameId: string, channel: string, args: readonly unknown[]): void;
  evaluate(frameId: string, code: string): Promise<unknown>;
}

/** A frame of the page; one object for the frame's whole life, whatever it shows. */
export interface Frame extends FrameFace {
  navigated(url: string, name: string): void;
  attach(child: Frame): void;
  detach(): void;
}

let lastRoutingId = 0;

export function createFrame(id: string, parent: Frame | null, powers: FramePowers): Frame {
  let address = 'about:blank';
  let name = '';
  let detached = false;
  let children: Frame[] = [];
  lastRoutingId += 1;
  const routingId = lastRoutingId;

  const frame: Frame = {
    get url() {
      return toAppAddress(address);
    },
    get origin() {
      return appOrigin(address);
    },
    get name() {
      return name;
    },
    get detached() {
      return detached;
    },
    get frames() {
      return children.filter((child) => !child.detached);
    },
    get framesInSubtree() {
      return [frame, ...frame.frames.flatMap((child) => child.framesInSubtree)];
    },
    get top() {
      return parent === null ? frame : parent.top;
    },
    parent,
    routingId,
    frameToken: id,
    processId: 1,
    isDestroyed: () => detached,
    send: (channel: string, ...args: unknown[]) => powers.send(id, channel, args),
    executeJavaScript: (code: string) => powers.evaluate(id, code),
    navigated: (url, frameName) => {
      address = url;
      name = frameName;
    },
    attach: (child) => {
      children = [...children, child];
    },
    detach: () => {
      detached = true;
      for (const child of children) child.detach();
    },
  };
  return frame;
}
