import { decodeArgument } from './arguments.ts';
import type { CommandLine } from './terminal.ts';
import { wholeNumber } from './whole-number.ts';

/** What a client asks: to run a command line, or for what follows of one that runs. */
export type Request =
  | { readonly kind: 'run'; readonly line: CommandLine; readonly parent: number | undefined }
  | { readonly kind: 'next'; readonly id: string; readonly answer: string | undefined };

/**
 * The body of `POST /v1/command`: texts that each end in a zero byte, the one byte that no argument can hold. First
 * `name=value` fields, of which unknown ones are passed over; then an empty text; then the arguments. A shell writes it
 * with `printf '%s\0' name=value '' "$@"`.
 */
export function readRequest(body: Buffer): Request | undefined {
  const texts = splitAtZeros(body);
  const end = texts?.findIndex((text) => text.length === 0) ?? -1;
  if (!texts || end < 0) return undefined;
  const fields = new Map(texts.slice(0, end).map(readField));
  const id = fields.get('next');
  if (id !== undefined) return { kind: 'next', id, answer: fields.get('answer') };
  const timeZone = fields.get('tz');
  const folder = fields.get('cwd');
  const context = fields.get('context');
  const clientPid = wholeNumber(fields.get('self'));
  const path = fields.get('path');
  const variables = fields.get('set')?.split(' ').filter(Boolean);
  return {
    kind: 'run',
    parent: wholeNumber(fields.get('parent')),
    line: {
      words: texts.slice(end + 1).map(decodeArgument),
      name: fields.get('name') === 'az' ? 'az' : 'azimuth',
      colour: fields.get('colour') === 'yes',
      spent: wholeNumber(fields.get('spent')) ?? 0,
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(folder === undefined ? {} : { folder }),
      ...(context === undefined ? {} : { context }),
      ...(fields.get('person') === 'yes' ? { hasPerson: true } : {}),
      ...(clientPid === undefined ? {} : { clientPid }),
      ...(path === undefined ? {} : { path }),
      ...(variables === undefined ? {} : { variables }),
    },
  };
}

function splitAtZeros(body: Buffer): Buffer[] | undefined {
  if (body.at(-1) !== 0) return undefined;
  const texts: Buffer[] = [];
  for (let start = 0; start < body.length;) {
    const end = body.indexOf(0, start);
    texts.push(body.subarray(start, end));
    start = end + 1;
  }
  return texts;
}

function readField(text: Buffer): [string, string] {
  const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(decodeArgument(text)) ?? [];
  return [name, value];
}
