import { join } from 'node:path';
import { z } from 'zod';
import type { Notice } from '../../shared/app-state.ts';
import { parseJson } from '../../shared/json.ts';
import type { Settings } from '../../shared/settings.ts';
import { changeSettings, defaultSettings, settingsSchema } from '../../shared/settings.ts';
import type { SaveSettings } from '../core/ports/storage.ts';
import { createEditedFile } from './edited-file.ts';

export interface SettingsFile {
  readonly settings: Settings;
  readonly save: SaveSettings;
}

const someSettings = settingsSchema.partial();

/**
 * The settings, in the open: there is nothing secret in them. Where one makes no sense its standard is in use and the
 * others stand: a slip in one must not take the lock away.
 */
export async function openSettings(
  folder: string,
  notice: (notice: Notice) => void,
): Promise<SettingsFile> {
  const file = createEditedFile(join(folder, 'settings.json'));
  const text = await file.read();
  const { settings, mistakes } = settingsIn(text === undefined ? {} : parseJson(text));
  if (mistakes) {
    file.doubt();
    notice({
      id: 'settings',
      tone: 'warning',
      message: `${whatIsUsed(mistakes)} Correct settings.json and start again; the next change of a setting keeps it as it is under a dated name.`,
      detail: z.prettifyError(mistakes),
    });
  }
  return { settings, save: file.save };
}

interface Understood {
  readonly settings: Settings;
  readonly mistakes?: z.ZodError;
}

function settingsIn(content: unknown): Understood {
  const whole = someSettings.safeParse(content);
  if (whole.success) return { settings: changeSettings(defaultSettings, whole.data) };
  const wrong = namesOf(whole.error);
  const rest = someSettings.safeParse(
    Object.fromEntries(Object.entries(content ?? {}).filter(([name]) => !wrong.includes(name))),
  );
  return {
    settings: changeSettings(defaultSettings, rest.data ?? {}),
    mistakes: whole.error,
  };
}

/** The settings that make no sense; none where the file as a whole makes none. */
const namesOf = ({ issues }: z.ZodError): readonly string[] => [
  ...new Set(issues.flatMap(({ path: [name] }) => (name === undefined ? [] : [String(name)]))),
];

function whatIsUsed(mistakes: z.ZodError): string {
  const wrong = namesOf(mistakes);
  if (wrong.length === 0) {
    return 'settings.json could not be read, so the standard settings are in use.';
  }
  return `settings.json has values that can not be used. The standard is in use for ${wrong.join(', ')}; the other settings stand.`;
}
