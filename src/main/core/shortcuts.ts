import type { ShortcutName, Shortcuts, ShortcutStanding } from '../../shared/shortcut.ts';
import { shortcutNames } from '../../shared/shortcut.ts';
import type { GlobalShortcuts } from './ports/desktop.ts';
import type { Store } from './store.ts';

export interface ShortcutDeps {
  readonly store: Pick<Store, 'state' | 'apply' | 'subscribe'>;
  readonly shortcuts: GlobalShortcuts;
  readonly pressed: Readonly<Record<ShortcutName, () => void>>;
}

/** Registers the shortcuts of the settings, now and whenever they change, and says how that went. The answer ends it. */
export function followShortcuts({ store, shortcuts, pressed }: ShortcutDeps): () => void {
  let held: Shortcuts = {};

  const release = (): void => {
    for (const name of shortcutNames) {
      const accelerator = held[name];
      if (accelerator !== undefined) shortcuts.unregister(accelerator);
    }
    held = {};
  };

  const follow = (): void => {
    // All of them go before any comes, so that two can change places.
    release();
    const { shortcuts: wanted } = store.state().settings;
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

  follow();
  let before = store.state().settings.shortcuts;
  const unsubscribe = store.subscribe(({ changed }) => {
    if (!changed.settings || changed.settings.shortcuts === before) return;
    before = changed.settings.shortcuts;
    follow();
  });
  return () => {
    unsubscribe();
    release();
  };
}
