import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoginItem } from '../core/ports/desktop.ts';
import { autostartEntry, isInForce } from './autostart-entry.ts';

/** Linux desktops start what has an entry in this folder. */
export function createAutostart(folder: string, command: readonly string[]): LoginItem {
  const file = join(folder, 'azimuth.desktop');
  return {
    isOn: () => readFile(file, 'utf8').then(isInForce, () => false),
    async set(on) {
      if (!on) return rm(file, { force: true });
      await mkdir(folder, { recursive: true });
      await writeFile(file, autostartEntry(command));
    },
  };
}
