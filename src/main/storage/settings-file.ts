import { join } from 'node:path';
import type { Notice, Settings } from '../../shared/app-state.ts';
import type { SaveSettings } from '../core/ports.ts';
import { defaultSettings } from '../../shared/app-state.ts';
import { settingsSchema } from '../../shared/contract.ts';
import { parseJson } from '../../shared/json.ts';
import { changeSettings } from '../../shared/settings.ts';
import { readIfThere, setFileAside, writeKept } from './kept-file.ts';

export interface SettingsFile {
  readonly settings: Settings;
  readonly save: SaveSettings;
}

/** The settings, in the open: there is nothing secret in them. A file that makes no sense is set aside. */
export async function openSettings(
  folder: string,
  notice: (notice: Notice) => void,
): Promise<SettingsFile> {
  const file = join(folder, 'settings.json');
  const save: SaveSettings = (settings) =>
    writeKept(file, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`));
  const bytes = await readIfThere(file);
  if (!bytes) return { settings: defaultSettings, save };
  const parsed = settingsSchema.partial().safeParse(parseJson(bytes.toString('utf8')));
  if (parsed.success) return { settings: changeSettings(defaultSettings, parsed.data), save };
  await setFileAside(file, new Date());
  notice({
    id: 'settings',
    tone: 'warning',
    message:
      'The settings file could not be read, so the standard settings are in use. It is kept beside the new one.',
  });
  return { settings: defaultSettings, save };
}
