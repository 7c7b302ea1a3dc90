import { open, readdir, readlink } from 'node:fs/promises';
import type { Clock } from '../core/ports/clock.ts';
import type { Connection, ConnectionRow } from './connection-rows.ts';
import { peerEnds, readConnectionRow } from './connection-rows.ts';

/** The process at the other end of a connection, which is asked for once; nothing where it can't be told. */
export type FindPeerProcess = (connection: Connection) => Promise<number | undefined>;

/** Milliseconds that the first answer on a connection may be kept back to learn who gets it. Ten are usual. */
export const peerPatience = 250;

/** How many processes are looked at side by side. */
const atOnce = 16;

/** How many of those that were found last are looked at first. */
const recentAtMost = 8;

interface Wanted {
  readonly connection: Connection;
  readonly tell: (pid: number | undefined) => void;
}

/**
 * Finds processes of the same user on the same computer, by Linux's /proc alone: the connection's row names a socket, and
 * one of the processes has it open. One search at a time, for all who asked until it began.
 *
 * @param patience milliseconds after which a search is given up
 */
export function createPeerFinder(clock: Pick<Clock, 'now'>, patience: number): FindPeerProcess {
  let waiting: Wanted[] = [];
  let isSearching = false;
  let recent: readonly string[] = [];

  const search = async (wanted: readonly Wanted[]): Promise<void> => {
    const until = clock.now() + patience;
    const isOver = (): boolean => clock.now() >= until;
    const sockets = await socketsOf(wanted, isOver);
    const found = sockets.size === 0 ? [] : await holdersOf(sockets, recent, isOver);
    recent = [...new Set([...found, ...recent])].slice(0, recentAtMost);
  };

  const searchAll = async (): Promise<void> => {
    isSearching = true;
    while (waiting.length > 0) {
      const wanted = waiting;
      waiting = [];
      // Without /proc, or with one that shows nothing, nobody is known.
      await search(wanted).catch(() => undefined);
      for (const { tell } of wanted) tell(undefined);
    }
    isSearching = false;
  };

  return (connection) => {
    if (process.platform !== 'linux') return Promise.resolve(undefined);
    return new Promise((tell) => {
      waiting.push({ connection, tell });
      if (!isSearching) void searchAll();
    });
  };
}

/** Who waits for which open socket, by what a descriptor of it links to. */
async function socketsOf(
  wanted: readonly Wanted[],
  isOver: () => boolean,
): Promise<Map<string, Wanted>> {
  const byEnds = new Map(
    wanted.flatMap((one) => peerEnds(one.connection).map((ends) => [ends, one])),
  );
  const sockets = new Map<string, Wanted>();
  const own = process.geteuid?.();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for await (const row of rowsOf(table)) {
      const one = byEnds.get(row.ends);
      // What another user's process has open only root may see.
      const isVisible = own === 0 || row.uid === own;
      if (one && isVisible && row.inode !== '0') sockets.set(`socket:[${row.inode}]`, one);
      if (sockets.size === wanted.length || isOver()) return sockets;
    }
  }
  return sockets;
}

async function* rowsOf(table: string): AsyncGenerator<ConnectionRow> {
  const file = await open(table);
  try {
    for await (const line of file.readLines()) {
      const row = readConnectionRow(line);
      if (row) yield row;
    }
  } finally {
    await file.close();
  }
}

/** Tells those who wait, and ends with the last of them. */
async function holdersOf(
  sockets: Map<string, Wanted>,
  recent: readonly string[],
  isOver: () => boolean,
): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const holders: string[] = [];
  for (const group of [recent, ...inGroups(pids)]) {
    if (sockets.size === 0 || isOver()) return holders;
    const held = await Promise.all(group.map(descriptorsOf));
    for (const { pid, link } of held.flat()) {
      const one = sockets.get(link);
      if (!one) continue;
      // A child has what its parent opened: the first of them counts.
      sockets.delete(link);
      one.tell(Number(pid));
      holders.push(pid);
    }
  }
  return holders;
}

const inGroups = (pids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(pids.length / atOnce) }, (_, group) =>
    pids.slice(group * atOnce, (group + 1) * atOnce),
  );

interface Descriptor {
  readonly pid: string;
  /** What it stands for; empty where that may not be seen. */
  readonly link: string;
}

async function descriptorsOf(pid: string): Promise<readonly Descriptor[]> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names.map(async (name) => ({ pid, link: await readlink(`${folder}/${name}`).catch(() => '') })),
  );
}
