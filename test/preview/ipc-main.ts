import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import { createEvent } from './event.ts';
import type { PreviewEvent } from './event.ts';
import type { Takes } from './surface.ts';
import type { FrameFace } from './web-frame.ts';

export interface Sender {
  readonly id: number;
}

export type IpcEvent = PreviewEvent<{
  readonly sender: Sender;
  readonly senderFrame: FrameFace | null;
  readonly frameId: number;
  readonly processId: number;
  readonly type: 'frame';
}>;

type Handler = (event: IpcEvent, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();
const events = new EventEmitter();

export const ipcMain = Object.assign(events, {
  handle: (channel: string, listener: Handler): void => {
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    handlers.set(channel, listener);
  },
  handleOnce: (channel: string, listener: Handler): void => {
    ipcMain.handle(channel, (event, ...args) => {
      handlers.delete(channel);
      return listener(event, ...args);
    });
  },
  removeHandler: (channel: string): void => void handlers.delete(channel),
});

ipcMain satisfies Takes<
  Pick<
    IpcMain,
    | 'handle'
    | 'handleOnce'
    | 'removeHandler'
    | 'on'
    | 'once'
    | 'off'
    | 'addListener'
    | 'removeListener'
    | 'removeAllListeners'
  >
>;

function ipcEvent(sender: Sender, senderFrame: FrameFace | null): IpcEvent {
  const frameId = senderFrame?.routingId ?? 0;
  return createEvent({ sender, senderFrame, frameId, processId: 1, type: 'frame' as const });
}

export type InvokeAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly value: string };

/** Carries out `ipcRenderer.invoke`; failures read as Electron words them. */
export async function invokeHandler(
  sender: Sender,
  frame: FrameFace | null,
  channel: string,
  args: readonly unknown[],
): Promise<InvokeAnswer> {
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return { ok: true, value: await handler(ipcEvent(sender, frame), ...args) };
  } catch (error) {
    return { ok: false, value: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}

/** Carries out `ipcRenderer.send`. */
export function emitToMain(
  sender: Sender,
  frame: FrameFace | null,
  channel: string,
  args: readonly unknown[],
): void {
  events.emit(channel, ipcEvent(sender, frame), ...args);
}
