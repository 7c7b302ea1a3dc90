import type { ServerResponse } from 'node:http';

/** Milliseconds in which a client has to ask for what follows; then it is gone. */
export const nextWithin = 5_000;

/** Milliseconds that a person has for typing what they are asked. */
export const answerWithin = 300_000;

/** Every answer is whole and says its length, so that a client notices one that was cut off. */
export function sendBody(
  response: ServerResponse,
  status: number,
  body: Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...headers,
  });
  response.end(body);
}
