import type { CdpMessage, CdpPipe } from './cdp-pipe.ts';

export interface GuestConnection {
  /** A message from the guest to the browser. */
  receive(message: CdpMessage): void;
  close(): void;
}

/**
 * Lets a second client (the test's own Playwright) speak to the same browser over the same pipe, as
 * if it had a connection of its own.
 *
 * `Target.attachToBrowserTarget` opens a second browser-level session; what the guest sends without a
 * session id goes there, and it hears that session and the sessions it attached itself, nothing else.
 * So the harness needs no debugging port. See https://chromedevtools.github.io/devtools-protocol/tot/Target/
 */
export async function connectGuest(
  pipe: CdpPipe,
  deliver: (message: CdpMessage) => void,
): Promise<GuestConnection> {
  const { sessionId: root } = await pipe.browser.send('Target.attachToBrowserTarget');
  const children = new Set<string>();
  let open = true;

  pipe.onClosed(() => {
    open = false;
  });
  pipe.onEvent((message) => {
    if (!open || message.sessionId === undefined) return;
    if (message.sessionId !== root && !children.has(message.sessionId)) return;
    const child = childSession(message.params);
    if (message.method === 'Target.attachedToTarget' && child) children.add(child);
    if (message.method === 'Target.detachedFromTarget' && child) children.delete(child);
    deliver(asGuestSees(message, root));
  });

  return {
    receive: (message) => {
      const { id } = message;
      pipe.sendRaw({ ...message, sessionId: message.sessionId ?? root }, (answer) => {
        // Attaching by hand answers with the new session rather than announcing it first.
        const child = childSession(answer.result);
        if (child) children.add(child);
        if (open && id !== undefined) deliver({ ...asGuestSees(answer, root), id });
      });
    },
    close: () => {
      open = false;
      void pipe.browser.send('Target.detachFromTarget', { sessionId: root }).catch(() => undefined);
    },
  };
}

function asGuestSees(message: CdpMessage, root: string): CdpMessage {
  if (message.sessionId !== root) return message;
  const { sessionId: _root, ...rest } = message;
  return rest;
}

function childSession(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('sessionId' in value)) return undefined;
  return typeof value.sessionId === 'string' ? value.sessionId : undefined;
}
