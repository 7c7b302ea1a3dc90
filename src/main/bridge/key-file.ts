import { commandRoute } from './guard.ts';

/** What lets a client in, and what shows the client that it speaks to us. */
export interface Key {
  readonly port: number;
  /** Every request carries it. */
  readonly secret: string;
  /** We say it before the client says anything: a port that we left may be somebody else's by now. */
  readonly proof: string;
}

/** The header that carries the secret, as Node names headers. */
export const secretHeader = 'azimuth-secret';

export const loopbackHost = (port: number): string => `127.0.0.1:${port}`;

/**
 * The key as curl reads its options (https://curl.se/docs/manpage.html#-K), so that no process list shows the secret. The
 * proof is a comment, in the first line, where a batch file can read it.
 */
export const keyFileText = ({ port, secret, proof }: Key): string =>
  [
    `# ${proof}`,
    `url = "http://${loopbackHost(port)}${commandRoute}"`,
    `header = "${secretHeader}: ${secret}"`,
    'header = "Content-Type: application/octet-stream"',
    'header = "Expect:"',
    'noproxy = "*"',
    'connect-timeout = 2',
    'max-time = 6',
    'silent',
    'fail',
    '',
  ].join('\r\n');

/** Nothing where it is no key file of ours. */
export function readKeyFile(text: string): Key | undefined {
  const [, proof] = /^# ([\w-]+)\r?$/m.exec(text) ?? [];
  const [, port] = /^url = "http:\/\/127\.0\.0\.1:(\d{1,5})\//m.exec(text) ?? [];
  const [, secret] = /^header = "azimuth-secret: ([\w-]+)"/m.exec(text) ?? [];
  if (proof === undefined || port === undefined || secret === undefined) return undefined;
  return { port: Number(port), secret, proof };
}
