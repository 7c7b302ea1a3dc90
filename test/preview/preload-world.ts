import type { valueText } from './value-text.ts';
import type { WorldPort } from './world-port.ts';

export interface PreloadOptions {
  /** The name under which the host reaches this world. */
  readonly hearing: string;
  /** The event with which the page's world asks for a window. */
  readonly opening: string;
  readonly inSubFrames: boolean;
  readonly arguments: readonly string[];
  readonly platform: string;
  readonly architecture: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly sandboxed: boolean;
}

type Listener = (event: object, ...args: readonly unknown[]) => void;
type Preload = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: object,
  process: object,
) => void;

/**
 * Runs the app's preload in its isolated world with what a sandboxed preload has: `contextBridge`,
 * `ipcRenderer` and a small `process`. Its source text runs in the page; it uses nothing from here.
 *
 * `say` is the binding to the host. Chromium puts it into this world only, so there is nothing to
 * hide from the page. https://www.electronjs.org/docs/latest/tutorial/sandbox#preload-scripts
 */
export function preloadWorld(
  world: EventTarget & { readonly top?: unknown; readonly document?: { readonly baseURI: string } },
  port: WorldPort,
  text: ReturnType<typeof valueText>,
  say: (message: string) => void,
  options: PreloadOptions,
  preload: Preload | undefined,
): void {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;

  world.addEventListener(options.opening, (event) => {
    const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
    const request = new Map(Object.entries(detail ?? {}));
    const url = String(request.get('url'));
    const base = world.document?.baseURI;
    const address = URL.canParse(url, base) ? new URL(url, base).href : url;
    say(text.encode({ kind: 'open', url: address, name: request.get('name') }));
  });

  if (world.top !== world && !options.inSubFrames) return;

  function listen(channel: string, listener: Listener) {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  }

  function unlisten(channel: string, listener: Listener) {
    const rest = [...(listeners.get(channel) ?? [])];
    const index = rest.lastIndexOf(listener);
    if (index >= 0) rest.splice(index, 1);
    listeners.set(channel, rest);
    return ipcRenderer;
  }

  const ipcRenderer = {
    invoke: (channel: string, ...args: readonly unknown[]): Promise<unknown> => {
      lastId += 1;
      const id = lastId;
      const answer = Promise.withResolvers<unknown>();
      const message = text.encode({ kind: 'invoke', id, channel, args });
      waiting.set(id, answer);
      say(message);
      return answer.promise;
    },
    send: (channel: string, ...args: readonly unknown[]): void =>
      say(text.encode({ kind: 'send', channel, args })),
    on: listen,
    addListener: listen,
    once: (channel: string, listener: Listener) => {
      const once: Listener = (event, ...args) => {
        unlisten(channel, once);
        listener(event, ...args);
      };
      return listen(channel, once);
    },
    off: unlisten,
    removeListener: unlisten,
    removeAllListeners: (channel?: string) => {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return ipcRenderer;
    },
  };

  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown): void => port.expose(name, api),
  };

  function hear(message: string): void {
    const parts = new Map(Object.entries(text.decode(message) ?? {}));
    const id = Number(parts.get('id'));
    const args: unknown = parts.get('args');
    if (parts.get('kind') === 'deliver') {
      const event = { sender: ipcRenderer, ports: [] };
      for (const listener of listeners.get(String(parts.get('channel'))) ?? []) {
        listener(event, ...(Array.isArray(args) ? args : []));
      }
      return;
    }
    const answer = waiting.get(id);
    waiting.delete(id);
    if (parts.get('ok') === true) answer?.resolve(parts.get('value'));
    else answer?.reject(new Error(String(parts.get('value'))));
  }

  Object.defineProperty(world, options.hearing, { value: hear });

  const electron = { contextBridge, ipcRenderer };
  const process = {
    type: 'renderer',
    platform: options.platform,
    arch: options.architecture,
    versions: options.versions,
    contextIsolated: true,
    sandboxed: options.sandboxed,
    argv: options.arguments,
    env: {},
  };
  const module = { exports: {} };
  preload?.(
    (name) => {
      if (name === 'electron' || name === 'electron/renderer') return electron;
      throw new Error(`module not found: ${name}`);
    },
    module,
    module.exports,
    process,
  );
}
