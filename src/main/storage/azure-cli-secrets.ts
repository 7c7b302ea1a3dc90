import { lstat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { CliSecretFile, CliSecretFileName } from '../../shared/azure-cli.ts';
import { cliSecretFileNames } from '../../shared/azure-cli.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';

/** Bytes of an empty list or object, which is all that Azure CLI leaves where nobody is signed in. */
const empty = 2;

/** The files in which Azure CLI's secrets lie in the open. They are told by their names; nobody opens them. */
export async function findSecretFiles(folder: string): Promise<readonly CliSecretFile[]> {
  const found = await Promise.all(cliSecretFileNames.map((name) => look(folder, name)));
  return found.flatMap((file) => file ?? []);
}

/** Removes one of them, and looks whether it is gone. A link is not followed and not removed. */
export async function removeSecretFile(
  folder: string,
  name: CliSecretFileName,
): Promise<Result<null>> {
  const file = await look(folder, name);
  if (file === undefined) return succeed(null);
  if (file.isLink) {
    return fail({
      kind: 'unexpected',
      message: `${file.path} is a link to another place, which Azimuth does not follow. Remove what it points at yourself.`,
    });
  }
  const failed = await unlink(file.path).then(
    () => undefined,
    (error: unknown) => String(error),
  );
  if ((await look(folder, name)) === undefined) return succeed(null);
  return fail({
    kind: 'unexpected',
    message: `${file.path} is still there. Close the programs that use Azure CLI and check the folder’s permissions, then try again.`,
    ...(failed === undefined ? {} : { detail: failed }),
  });
}

async function look(folder: string, name: CliSecretFileName): Promise<CliSecretFile | undefined> {
  const path = join(folder, name);
  // What can't be looked at can't be removed either.
  const facts = await lstat(path).catch(() => undefined);
  if (facts === undefined) return undefined;
  const isLink = facts.isSymbolicLink();
  if (!isLink && (!facts.isFile() || facts.size <= empty)) return undefined;
  return { name, path, bytes: facts.size, modifiedAt: facts.mtimeMs, isLink };
}
