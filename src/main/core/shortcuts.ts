import type { ShortcutName, Shortcuts, ShortcutStanding } from '../../shared/shortcut.ts';
import { shortcutNames } from '../../shared/shortcut.ts';
import type { GlobalShortcuts } from './ports/desktop.ts';
import type { Store } from './store.ts';

export interface ShortcutDeps {
  readonly store: Pick<Store, 'state' | 'apply' | 'subscribe'>;
  readonly shortcuts: GlobalShortcuts;
  readonly pressed: Readonly<Record<ShortcutName, () => void>>;
}

/**
 * Registers the shortcuts of the settings, now and whenever they change, and says how that went. They rest while keys are
 * recorded. The answer ends it.
 */
export function followShortcuts({ store, shortcuts, pressed }: ShortcutDeps): () => void {
  let held: Shortcuts = {};
  let followed: Shortcuts | undefined;
  let suspended = false;

  const release = (): void => {
    for (const name of shortcutNames) {
      const accelerator = held[name];
      if (accelerator !== undefined) shortcuts.unregister(accelerator);
    }
    held = {};
  };

  const suspend = (wanted: boolean): void => {
    if (wanted === suspended) return;
    suspended = wanted;
    shortcuts.suspend(wanted);
  };

  const follow = (wanted: Shortcuts): void => {
    followed = wanted;
    // All of them go before any comes, so that two can change places.
    release();
    const standings: Partial<Record<ShortcutName, ShortcutStanding>> = {};
    for (const name of shortcutNames) {
      const accelerator = wanted[name];
      if (accelerator === undefined) continue;
      const standing = shortcuts.register(accelerator, pressed[name]);
      standings[name] = standing;
      if (standing !== 'refused') held = { ...held, [name]: accelerator };
    }
    store.apply({ kind: 'background-changed', change: { shortcuts: standings } });
  };

  const look = (): void => {
    const { settings, background } = store.state();
    suspend(background.recordingKeys === true);
    if (!suspended && settings.shortcuts !== followed) follow(settings.shortcuts);
  };

  look();
  const unsubscribe = store.subscribe(({ changed }) => {
    if (changed.settings || changed.background) look();
  });
  return () => {
    unsubscribe();
    suspend(false);
    release();
  };
}
