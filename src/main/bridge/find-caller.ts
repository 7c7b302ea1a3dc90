import type { Socket } from 'node:net';
import type { Caller } from '../core/serve-sdks.ts';
import { callingProgram } from './calling-program.ts';
import type { FindPeerProcess } from './peer-process.ts';

/** Who is at the other end of a connection, looked up once for each connection. */
export type FindCaller = (socket: Socket) => Promise<Caller>;

export function createFindCaller(findProcess: FindPeerProcess): FindCaller {
  const known = new WeakMap<Socket, Promise<Caller>>();

  const find = async (socket: Socket): Promise<Caller> => {
    const pid = await findProcess(socket);
    return pid === undefined ? {} : { pid, program: await callingProgram(pid) };
  };

  return (socket) => {
    const caller = known.get(socket);
    if (caller) return caller;
    const finding = find(socket);
    known.set(socket, finding);
    return finding;
  };
}
