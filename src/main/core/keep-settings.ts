import type { CommandInput } from '../../shared/contract.ts';
import type { Result } from '../../shared/problem.ts';
import { succeed } from '../../shared/problem.ts';
import { changeSettings } from '../../shared/settings.ts';
import type { SaveSettings } from './ports/storage.ts';
import type { Store } from './store.ts';

export interface KeepSettingsDeps {
  readonly store: Store;
  readonly saveSettings: SaveSettings;
  /** Points Azure CLI at the default. */
  readonly follow: () => Promise<void>;
}

/** Changes some of the settings; what they switch on begins at once. */
export async function keepSettings(
  { store, saveSettings, follow }: KeepSettingsDeps,
  change: CommandInput<'change-settings'>,
): Promise<Result<null>> {
  const settings = changeSettings(store.state().settings, change);
  store.apply({ kind: 'settings-changed', settings });
  if (change.azureCliFollows === true) await follow();
  await saveSettings(settings);
  return succeed(null);
}
