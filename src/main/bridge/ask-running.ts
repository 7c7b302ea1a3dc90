import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import { commandRoute } from './guard.ts';
import type { Reach } from './way-in.ts';

/** Milliseconds in which the other program has to answer; it may just be starting. */
const patience = 10_000;

/**
 * Puts a command line to the program that serves a profile, as the `azimuth` client does.
 *
 * @returns what it printed; nothing when the command failed or nobody answered
 */
export async function askRunning(
  reach: Reach,
  words: readonly string[],
): Promise<string | undefined> {
  const signal = AbortSignal.timeout(patience);
  let printed = '';
  let texts = ['', ...words];
  try {
    for (;;) {
      const { headers, body } = await post(reach, texts, signal);
      printed += body;
      const next = field(headers, 'azimuth-next');
      if (next === undefined) return field(headers, 'azimuth-exit') === '0' ? printed : undefined;
      texts = [`next=${next}`, ''];
    }
  } catch {
    return undefined;
  }
}

interface Answered {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function post(
  { headers, ...place }: Reach,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request({
      ...place,
      path: commandRoute,
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/octet-stream' },
      signal,
    });
    sent.once('error', reject);
    sent.once('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.once('error', reject);
      response.once('end', () => resolve({ headers: response.headers, body }));
    });
    sent.end(texts.map((text) => `${text}\0`).join(''));
  });
}

/** Each value ends in a semicolon (see `answer-headers.ts`). */
function field(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value.split(';')[0] : undefined;
}
