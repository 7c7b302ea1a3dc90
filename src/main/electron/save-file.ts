import { dialog } from 'electron';
import writeFileAtomic from 'write-file-atomic';
import { fail, succeed } from '../../shared/problem.ts';
import type { SaveFile } from '../core/ports/desktop.ts';

/** Asks where to, and writes a file that only its owner can read. */
export const saveFile: SaveFile = async (name, text) => {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: 'Export',
    defaultPath: name,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  });
  if (canceled || filePath === '') return succeed(false);
  try {
    await writeFileAtomic(filePath, text, { mode: 0o600 });
    return succeed(true);
  } catch (error) {
    return fail({
      kind: 'unexpected',
      message: 'The file could not be written. Choose another place for it.',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
};
