import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, realpath, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';

/** Where the socket of a profile is. */
export interface SocketPlace {
  readonly folder: string;
  readonly socket: string;
  /** Takes away what was made outside the profile, once the socket is gone. */
  leave(): Promise<void>;
}

/** Bytes that `sockaddr_un.sun_path` takes, less the closing zero: 104 on macOS and BSD, 108 on Linux (unix(7)). */
const longestPath = process.platform === 'linux' ? 107 : 103;

const socketName = 'azimuth.sock';

/**
 * Prepares `PROFILE/run`, which only its owner can enter. A profile too deep for a socket gets a folder below the system's
 * temporary one, and `PROFILE/run/azimuth.at` says where. Throws when a folder is not ours alone: somebody may have put it
 * there to listen.
 */
export async function prepareSocketPlace(profile: string): Promise<SocketPlace> {
  await mkdir(profile, { recursive: true, mode: 0o700 });
  const folder = await ownFolder(join(profile, 'run'));
  const pointer = join(folder, 'azimuth.at');
  const socket = join(folder, socketName);
  if (fits(socket)) {
    await rm(pointer, { force: true });
    return { folder, socket, leave: () => Promise.resolve() };
  }
  const short = await ownFolder(join(await realpath(tmpdir()), shortName(await realpath(folder))));
  const place: SocketPlace = {
    folder: short,
    socket: join(short, socketName),
    async leave() {
      // Another program may have come into it by now; then it stays, and so does the word where it is.
      const left = await rmdir(short).then(
        () => true,
        () => false,
      );
      if (left) await rm(pointer, { force: true });
    },
  };
  if (!fits(place.socket)) {
    throw new Error(`The folder for temporary files is too deep for a socket: ${short}`);
  }
  await rm(pointer, { force: true });
  await writeFile(pointer, `${place.socket}\n`, { mode: 0o600, flag: 'wx' });
  return place;
}

/** A socket is first bound under its process id, which is no longer than the name it gets. */
const fits = (socket: string): boolean => Buffer.byteLength(socket) <= longestPath;

function shortName(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return `azimuth-${process.getuid?.() ?? 0}-${hash}`;
}

async function ownFolder(folder: string): Promise<string> {
  await mkdir(folder, { mode: 0o700 }).catch(ignoreExisting);
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(`${folder} is not a folder of yours. Remove it and start again.`);
  }
  if ((found.mode & 0o777) !== 0o700) await chmod(folder, 0o700);
  return folder;
}

function ignoreExisting(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error;
}
