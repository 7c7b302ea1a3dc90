import type { ChildProcess } from 'node:child_process';
import type { ConnectOverCDPTransport } from 'playwright-core';
import type { FromHost, Gives, Takes, Verb } from '../preview/control.ts';

/** The test's end of the preview host's control channel. */
export interface Control {
  readonly ask: <V extends Verb>(verb: V, given: Takes<V>) => Promise<Gives<V>>;
  /** Playwright's way to the host's browser. */
  readonly transport: ConnectOverCDPTransport;
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

  const transport: ConnectOverCDPTransport = {
    send: (cdp) => void (child.connected && child.send({ cdp })),
    close: () => transport.onclose?.(),
  };

  child.on('message', (message: FromHost) => {
    if ('cdp' in message) {
      transport.onmessage?.(message.cdp);
    } else if ('answer' in message) {
      const answer = waiting.get(message.answer);
      waiting.delete(message.answer);
      if (message.ok) answer?.resolve(message.value);
      else answer?.reject(new Error(message.value));
    } else if (message.event === 'browser-gone') {
      transport.onclose?.('The browser has gone.');
    }
  });
  void exit.then(() => transport.onclose?.('The app has ended.'));

  const ask: Control['ask'] = async (verb, given) => {
    lastRequest += 1;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(lastRequest, answer);
    child.send({ request: lastRequest, verb, with: given }, () => undefined);
    return (await Promise.race([answer.promise, gone])) as never;
  };

  return { ask, transport, failIfGone: () => gone };
}
