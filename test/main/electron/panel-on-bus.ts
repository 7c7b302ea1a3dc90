import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createConnection } from 'node:net';

/** A program that has the name of the watcher of tray icons on a session bus. */
export interface PanelOnBus {
  /** Whether a panel that shows icons has registered with it. */
  hasHost: boolean;
  stop(): void;
}

/** A header field of a D-Bus message: its code, its type and its value. */
type Field = readonly [code: number, type: 'o' | 's' | 'g' | 'u', value: string | number];

const [call, answer, refusal] = [1, 2, 3];
const [path, member, errorName, replyTo, destination, sender, signature] = [1, 3, 4, 5, 6, 7, 8];

/**
 * Takes the name `org.kde.StatusNotifierWatcher` and answers what is asked of its properties, in D-Bus' own bytes: no
 * program that comes with a bus can serve one (https://dbus.freedesktop.org/doc/dbus-specification.html).
 */
export async function startPanel(address: string): Promise<PanelOnBus> {
  const socket = createConnection(/unix:path=([^,]+)/.exec(address)?.[1] ?? '');
  await once(socket, 'connect');
  socket.write(`\0AUTH EXTERNAL ${Buffer.from(`${process.getuid?.()}`).toString('hex')}\r\n`);
  await once(socket, 'data');
  socket.write('BEGIN\r\n');
  const panel: PanelOnBus = { hasHost: false, stop: () => void socket.destroy() };
  const named = takeName(socket);
  let rest = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (let size = sizeOf(rest); size <= rest.length; size = sizeOf(rest)) {
      const asked = rest.subarray(0, size);
      rest = rest.subarray(size);
      if (asked[1] === call) socket.write(answerTo(asked, panel.hasHost));
      if (asked[1] === answer && fieldOf(asked, replyTo) === named.serial) named.done();
    }
  });
  await named.taken;
  return panel;
}

function takeName(socket: Socket): { serial: number; taken: Promise<void>; done: () => void } {
  const { promise: taken, resolve: done } = Promise.withResolvers<void>();
  const bus = (name: string): readonly Field[] => [
    [path, 'o', '/org/freedesktop/DBus'],
    [member, 's', name],
    [destination, 's', 'org.freedesktop.DBus'],
  ];
  socket.write(message(call, 1, bus('Hello')));
  const wanted = [...valueOf('s', 'org.kde.StatusNotifierWatcher')];
  const body = Buffer.from([...padded(wanted, 4), 0, 0, 0, 0]);
  socket.write(message(call, 2, [...bus('RequestName'), [signature, 'g', 'su']], body));
  return { serial: 2, taken, done };
}

function answerTo(asked: Buffer, hasHost: boolean): Buffer {
  const back: readonly Field[] = [
    [replyTo, 'u', asked.readUInt32LE(8)],
    [destination, 's', fieldOf(asked, sender) ?? ''],
  ];
  if (fieldOf(asked, member) !== 'Get') {
    const unknown = 'org.freedesktop.DBus.Error.UnknownMethod';
    return message(refusal, 3, [...back, [errorName, 's', unknown]]);
  }
  const yes = Buffer.from([1, 0x62, 0, 0, hasHost ? 1 : 0, 0, 0, 0]);
  return message(answer, 3, [...back, [signature, 'g', 'v']], yes);
}

function message(
  type: number,
  serial: number,
  fields: readonly Field[],
  body = Buffer.alloc(0),
): Buffer {
  const list: number[] = [];
  for (const [code, kind, value] of fields) {
    padded(list, 8).push(code, 1, kind.charCodeAt(0), 0, ...valueOf(kind, value));
  }
  const start = [0x6c, type, 0, 1, ...unsigned(body.length), ...unsigned(serial)];
  const head = padded([...start, ...unsigned(list.length), ...list], 8);
  return Buffer.concat([Buffer.from(head), body]);
}

/** Fields begin where eight divides, and their types take four bytes: a value is where four divides. */
function valueOf(kind: Field[1], value: string | number): readonly number[] {
  if (typeof value === 'number') return unsigned(value);
  const text = Buffer.from(value);
  return [...(kind === 'g' ? [text.length] : unsigned(text.length)), ...text, 0];
}

function unsigned(value: number): readonly number[] {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return [...bytes];
}

function padded(bytes: number[], to: number): number[] {
  while (bytes.length % to > 0) bytes.push(0);
  return bytes;
}

const upTo = (at: number, to: number): number => Math.ceil(at / to) * to;

/** Bytes of the message that begins here, as far as that can be said. */
function sizeOf(bytes: Buffer): number {
  if (bytes.length < 16) return Infinity;
  return upTo(16 + bytes.readUInt32LE(12), 8) + bytes.readUInt32LE(4);
}

function fieldOf(bytes: Buffer, wanted: number): string | number | undefined {
  const end = 16 + bytes.readUInt32LE(12);
  for (let at = 16; at < end; at = upTo(at, 8)) {
    const code = bytes[at];
    const kind = String.fromCharCode(bytes[at + 2] ?? 0);
    const size = kind === 'g' ? (bytes[at + 4] ?? 0) : bytes.readUInt32LE(at + 4);
    const start = at + (kind === 'g' ? 5 : 8);
    if (code === wanted) return kind === 'u' ? size : bytes.toString('utf8', start, start + size);
    at = kind === 'u' ? start : start + size + 1;
  }
  return undefined;
}
