import { endianness } from 'node:os';

/** A TCP connection over IPv4, as our side of it sees it. */
export interface Connection {
  readonly localAddress?: string | undefined;
  readonly localPort?: number | undefined;
  readonly remoteAddress?: string | undefined;
  readonly remotePort?: number | undefined;
}

/** The other side's socket, in a row of `/proc/net/tcp` or `/proc/net/tcp6`. */
export interface ConnectionRow {
  /** `LOCAL REMOTE`, as the row has them. */
  readonly ends: string;
  readonly uid: number;
  /** '0' once its program has closed it. */
  readonly inode: string;
}

/** How the row of the other side begins, in both tables: a program may have an IPv6 socket for an IPv4 address. */
export function peerEnds(connection: Connection): readonly string[] {
  const { localAddress, localPort, remoteAddress, remotePort } = connection;
  if (localAddress === undefined || remoteAddress === undefined) return [];
  const [here, there] = [hexOf(localAddress), hexOf(remoteAddress)];
  const [ourPort, theirPort] = [portOf(localPort), portOf(remotePort)];
  return ['', mapped].map((prefix) => `${prefix}${there}:${theirPort} ${prefix}${here}:${ourPort}`);
}

/** A line of the tables (https://docs.kernel.org/networking/proc_net_tcp.html); nothing where it has too few words. */
export function readConnectionRow(line: string): ConnectionRow | undefined {
  const [, local, remote, , , , , uid, , inode] = line.trim().split(/\s+/);
  if (local === undefined || remote === undefined || inode === undefined) return undefined;
  return { ends: `${local} ${remote}`, uid: Number(uid), inode };
}

const isLittle = endianness() === 'LE';

/** `::ffff:` before an IPv4 address. The kernel writes words of four bytes in the computer's own order. */
const mapped = isLittle ? '0000000000000000FFFF0000' : '00000000000000000000FFFF';

function hexOf(address: string): string {
  const bytes = Buffer.from(address.split('.').map(Number));
  return (isLittle ? bytes.reverse() : bytes).toString('hex').toUpperCase();
}

const portOf = (port = 0): string => port.toString(16).toUpperCase().padStart(4, '0');
