import type { Problem, Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import { changeSettings } from '../../shared/settings.ts';
import type { SaveSettings } from './ports/storage.ts';
import type { Store } from './store.ts';

/** Changes some of the settings, once that is on disk. What can't be written changes nothing. */
export type KeepSettings = (change: Parameters<typeof changeSettings>[1]) => Promise<Result<null>>;

export function createKeepSettings(
  store: Pick<Store, 'state' | 'apply'>,
  saveSettings: SaveSettings,
): KeepSettings {
  let last: Promise<unknown> = Promise.resolve();

  return (change) => {
    // One after the other, each of what the one before it left.
    const kept = last.then(async () => {
      const settings = changeSettings(store.state().settings, change);
      try {
        await saveSettings(settings);
      } catch (error) {
        return fail(notWritten(error));
      }
      store.apply({ kind: 'settings-changed', settings });
      return succeed(null);
    });
    last = kept.catch(() => undefined);
    return kept;
  };
}

const notWritten = (error: unknown): Problem => ({
  kind: 'unexpected',
  message:
    'settings.json could not be written, so nothing changed. Check the free space and the permissions of Azimuth’s folder.',
  detail: String(error),
});
