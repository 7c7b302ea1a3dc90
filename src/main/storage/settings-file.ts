import { join } from 'node:path';
import type { Notice } from '../../shared/app-state.ts';
import type { Settings } from '../../shared/settings.ts';
import type { SaveSettings } from '../core/ports/storage.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { settingsSchema } from '../../shared/settings.ts';
import { parseJson } from '../../shared/json.ts';
import { changeSettings } from '../../shared/settings.ts';
import { readTextIfThere, setFileAside, writeKept } from './kept-file.ts';

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
  let writing: Promise<unknown> = Promise.resolve();
  const save: SaveSettings = (settings) => {
    const content = Buffer.from(`${JSON.stringify(settings, null, 2)}\n`);
    const written = writing.then(() => writeKept(file, content));
    writing = written.catch(() => undefined);
    return written;
  };
  const text = await readTextIfThere(file);
  if (text === undefined) return { settings: defaultSettings, save };
  const parsed = settingsSchema.partial().safeParse(parseJson(text));
  if (parsed.success) return { settings: changeSettings(defaultSettings, parsed.data), save };
  await setFileAside(file, new Date()).catch(() => undefined);
  notice({
    id: 'settings',
    tone: 'warning',
    message:
      'The settings file could not be read, so the standard settings are in use. It is kept beside the new one.',
  });
  return { settings: defaultSettings, save };
}
