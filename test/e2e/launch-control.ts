import type { ChildProcess } from 'node:child_process';
import type { ConnectOverCDPTransport } from 'playwright-core';
import type { FromHost, Gives, Takes, Verb } from '../preview/control.ts';

/** The test's end of the preview host's control channel. */
export interface Control {
  readonly ask: <V extends Verb>(verb: V, given: Takes<V>) => Promise<Gives<V>>;
  /** A way for Playwright to the host's browser; a new one for each browser. */
  openTransport(): ConnectOverCDPTransport;
  /** Rejects once the host has ended; never resolves. */
  failIfGone(): Promise<never>;
}

export function openControl(
  child: ChildProcess,
  exit: Promise<number>,
  printed: () => string,
): Control {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastRequest = 0;

  const gone = exit.then((code): never => {
    throw new Error(`The app has ended with code ${code}. It printed:\n${printed()}`);
  });
  gone.catch(() => undefined);

  let transport: ConnectOverCDPTransport | undefined;

  function openTransport(): ConnectOverCDPTransport {
    const opened: ConnectOverCDPTransport = {
      send: (cdp) => void (transport === opened && child.connected && child.send({ cdp })),
      close: () => opened.onclose?.(),
    };
    transport = opened;
    return opened;
  }

  /** Each in a task of its own, as Playwright's own transports do: it awaits between messages. */
  function deliver(to: ConnectOverCDPTransport | undefined, cdp: object): void {
    setImmediate(() => to?.onmessage?.(cdp));
  }

  function closeTransport(reason: string): void {
    const closing = transport;
    transport = undefined;
    setImmediate(() => closing?.onclose?.(reason));
  }

  child.on('message', (message: FromHost) => {
    if ('cdp' in message) {
      deliver(transport, message.cdp);
    } else if ('answer' in message) {
      const answer = waiting.get(message.answer);
      waiting.delete(message.answer);
      if (message.ok) answer?.resolve(message.value);
      else answer?.reject(new Error(message.value));
    } else if (message.event === 'browser-gone') {
      closeTransport('The browser has gone.');
    }
  });
  void exit.then(() => closeTransport('The app has ended.'));

  const ask: Control['ask'] = async (verb, given) => {
    lastRequest += 1;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(lastRequest, answer);
    child.send({ request: lastRequest, verb, with: given }, () => undefined);
    return (await Promise.race([answer.promise, gone])) as never;
  };

  return { ask, openTransport, failIfGone: () => gone };
}
