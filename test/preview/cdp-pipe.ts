import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };

/** One message of the Chrome DevTools Protocol, either way. */
export interface CdpMessage {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code?: number; readonly message: string };
  readonly sessionId?: string;
}

export type CdpSend = <T extends keyof Protocol.CommandParameters>(
  method: T,
  params?: Protocol.CommandParameters[T],
) => Promise<Protocol.CommandReturnValues[T]>;

export type CdpOn = <T extends keyof Protocol.Events>(
  event: T,
  listener: (payload: Protocol.Events[T]) => void,
) => void;

/** A conversation with one target (or with the browser itself, when it has no session id). */
export interface CdpSession {
  readonly send: CdpSend;
  readonly on: CdpOn;
}

export interface CdpPipe {
  readonly browser: CdpSession;
  session(sessionId: string): CdpSession;
  /** Sends a message as it stands; the answer comes to `answered`. For {@link shareWithGuest}. */
  sendRaw(message: CdpMessage, answered: (answer: CdpMessage) => void): void;
  /** Sees every event of every session. */
  onEvent(listener: (message: CdpMessage) => void): void;
  onClosed(listener: () => void): void;
}

/**
 * Speaks the DevTools protocol over the two ends of `--remote-debugging-pipe`: JSON messages, each
 * ended by a zero byte. No port is opened, and Chromium ends itself when our end of the pipe closes.
 * Source: https://source.chromium.org/chromium/chromium/src/+/main:content/browser/devtools/devtools_pipe_handler.cc
 */
export function openCdpPipe(toBrowser: Writable, fromBrowser: Readable): CdpPipe {
  let lastId = 0;
  let closed = false;
  const answers = new Map<number, (answer: CdpMessage) => void>();
  const sessions = new Map<string, Map<string, ((payload: never) => void)[]>>();
  const watchers: ((message: CdpMessage) => void)[] = [];
  const closers: (() => void)[] = [];

  function listenersOf(sessionId: string) {
    const known = sessions.get(sessionId);
    if (known) return known;
    const fresh = new Map<string, ((payload: never) => void)[]>();
    sessions.set(sessionId, fresh);
    return fresh;
  }

  function dispatch(message: CdpMessage): void {
    if (message.id !== undefined) {
      const answer = answers.get(message.id);
      answers.delete(message.id);
      answer?.(message);
      return;
    }
    const listeners = sessions.get(message.sessionId ?? '')?.get(message.method ?? '') ?? [];
    for (const listener of [...listeners]) listener(message.params as never);
    for (const watcher of watchers) watcher(message);
  }

  function close(): void {
    if (closed) return;
    closed = true;
    for (const closer of closers) closer();
    const error = { message: 'The browser has gone.' };
    for (const [id, answer] of [...answers]) answer({ id, error });
    answers.clear();
  }

  let parts: Buffer[] = [];
  fromBrowser.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      parts.push(rest.subarray(0, end));
      const message: CdpMessage = JSON.parse(Buffer.concat(parts).toString('utf8'));
      parts = [];
      rest = rest.subarray(end + 1);
      // In a task of its own, so that what awaits an answer goes on before the next event.
      setImmediate(dispatch, message);
    }
    if (rest.length > 0) parts.push(rest);
  });
  fromBrowser.on('close', close);
  fromBrowser.on('error', close);
  toBrowser.on('error', close);

  function sendRaw(message: CdpMessage, answered: (answer: CdpMessage) => void): void {
    lastId += 1;
    if (closed) {
      answered({ id: lastId, error: { message: 'The browser has gone.' } });
      return;
    }
    answers.set(lastId, answered);
    toBrowser.write(`${JSON.stringify({ ...message, id: lastId })}\0`);
  }

  function session(sessionId: string): CdpSession {
    const send: CdpSend = (method, params) =>
      new Promise((resolve, reject) => {
        const message = { method, params: params ?? {}, ...(sessionId && { sessionId }) };
        sendRaw(message, (answer) => {
          if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
          else resolve(answer.result as never);
        });
      });
    const on: CdpOn = (event, listener) => {
      const listeners = listenersOf(sessionId);
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    };
    return { send, on };
  }

  return {
    browser: session(''),
    session,
    sendRaw,
    onEvent: (listener) => void watchers.push(listener),
    onClosed: (listener) => (closed ? listener() : void closers.push(listener)),
  };
}
