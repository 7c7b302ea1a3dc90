import { chmod, lstat, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { ShimStatus } from '../../shared/shim.ts';
import type { Shim } from '../core/ports/programs.ts';
import { isOurClient } from './find-programs.ts';
import { shimScript } from './shim-script.ts';

export interface ShimDeps {
  readonly profile: string;
  /** The client's script; none where it was not found. */
  readonly client: string | undefined;
  /** Where an AppImage runs from: what is inside it has another path at each start. */
  readonly appImage: string | undefined;
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Our `az` (on Windows `az.cmd`) in `PROFILE/shim`: a copy of the client that has written in it where it comes from. Nothing
 * outside that folder is written, and nothing in it that is not ours.
 */
export function createShim({ profile, client, appImage, platform, environment }: ShimDeps): Shim {
  const { fileName, separator, copy } = shimScript(platform, environment);
  const folder = join(profile, 'shim');
  const file = join(folder, fileName);

  const found = async (): Promise<'nothing' | 'ours' | 'other'> => {
    const entry = await lstat(file).catch(() => undefined);
    if (!entry) return 'nothing';
    return entry.isFile() && (await isOurClient(file)) ? 'ours' : 'other';
  };

  const status = async (): Promise<ShimStatus> => {
    const isThere = await isOwnFolder(folder);
    return { folder, installed: isThere && (await found()) === 'ours' };
  };

  const refused = (message: string): Result<ShimStatus> => fail({ kind: 'unexpected', message });

  return {
    status,
    async install() {
      if (client === undefined) return refused('The azimuth command was not found.');
      if (folder.includes(separator)) {
        return refused(`${folder} can not be on PATH: it has a '${separator}'.`);
      }
      await mkdir(folder, { recursive: true, mode: 0o700 });
      if (!(await isOwnFolder(folder))) {
        return refused(`${folder} is not a folder of yours. Remove it and try again.`);
      }
      if ((await found()) === 'other') return refused(`${file} is not ours, so it stays as it is.`);
      const text = copy(await readFile(client, 'utf8'), { client, appImage, profile });
      if (text === undefined) {
        return refused(`${client} has letters in its path that cmd.exe can't read from a script.`);
      }
      const next = join(folder, `.${process.pid}.${fileName}`);
      await rm(next, { force: true });
      await writeFile(next, text, { flag: 'wx' });
      await chmod(next, 0o755);
      await rename(next, file);
      return succeed(await status());
    },
    async uninstall() {
      if ((await status()).installed) await rm(file);
      await rmdir(folder).catch(() => undefined);
      return succeed(await status());
    },
  };
}

async function isOwnFolder(folder: string): Promise<boolean> {
  const entry = await lstat(folder).catch(() => undefined);
  // Windows knows no such number; its profiles are each user's own.
  const isOwn = process.getuid === undefined || entry?.uid === process.getuid();
  return entry?.isDirectory() === true && isOwn;
}
