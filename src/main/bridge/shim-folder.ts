import { chmod, lstat, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { ShimStatus } from '../../shared/shim.ts';
import type { Shim } from '../core/ports/programs.ts';
import { isOurClient } from './find-programs.ts';

export interface ShimDeps {
  readonly profile: string;
  /** The client's script; none where the system has no client. */
  readonly client: string | undefined;
  /** Where an AppImage runs from: what is inside it has another path at each start. */
  readonly appImage: string | undefined;
}

/**
 * Our `az` in `PROFILE/shim`: a copy of the client that has written in it where it comes from. Nothing outside that folder
 * is written, and nothing in it that is not ours.
 */
export function createShim({ profile, client, appImage }: ShimDeps): Shim {
  const folder = join(profile, 'shim');
  const file = join(folder, 'az');

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
      if (client === undefined) return refused('There is no az for this system yet.');
      if (folder.includes(':')) return refused(`${folder} can not be on PATH: it has a colon.`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      if (!(await isOwnFolder(folder))) {
        return refused(`${folder} is not a folder of yours. Remove it and try again.`);
      }
      if ((await found()) === 'other') return refused(`${file} is not ours, so it stays as it is.`);
      const text = installedCopy(await readFile(client, 'utf8'), {
        origin: client,
        appimage: appImage ?? '',
        profile,
      });
      const next = join(folder, `.az.${process.pid}`);
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
  return entry?.isDirectory() === true && entry.uid === process.getuid?.();
}

/** The script with the values of the variables that it leaves empty. */
const installedCopy = (script: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce(
    (text, [name, value]) =>
      text.replace(`\n${name}=\n`, () => `\n${name}='${value.replaceAll("'", `'\\''`)}'\n`),
    script,
  );
