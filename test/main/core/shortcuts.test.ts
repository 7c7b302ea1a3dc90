import { describe, expect, test } from 'vitest';
import { followShortcuts } from '../../../src/main/core/shortcuts.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import type { Shortcuts } from '../../../src/shared/shortcut.ts';
import { storeWith } from './examples.ts';

/** A keyboard on which some keys belong to others. */
function keyboard(shortcuts: Shortcuts, taken: readonly string[] = []) {
  const store = storeWith({ settings: { ...defaultSettings, shortcuts } });
  const ours = new Map<string, () => void>();
  const done: string[] = [];
  const stop = followShortcuts({
    store,
    shortcuts: {
      register(accelerator, pressed) {
        if (taken.includes(accelerator) || ours.has(accelerator)) return 'refused';
        ours.set(accelerator, pressed);
        return 'registered';
      },
      unregister: (accelerator) => void ours.delete(accelerator),
    },
    pressed: { copyToken: () => done.push('copy'), palette: () => done.push('palette') },
  });
  return {
    ours,
    done,
    stop,
    standings: () => store.state().background.shortcuts,
    press: (accelerator: string) => ours.get(accelerator)?.(),
    change: (next: Shortcuts) =>
      store.apply({
        kind: 'settings-changed',
        settings: { ...store.state().settings, shortcuts: next },
      }),
  };
}

describe('the shortcuts of the settings', () => {
  test('work from the start, and say so', () => {
    const { press, done, standings } = keyboard({ copyToken: 'F9', palette: 'F8' });
    press('F9');
    press('F8');
    expect([done, standings()]).toEqual([
      ['copy', 'palette'],
      { copyToken: 'registered', palette: 'registered' },
    ]);
  });

  test('that belong to another program are said to be refused, and take nothing away from it', () => {
    const { ours, standings } = keyboard({ copyToken: 'F9', palette: 'F8' }, ['F9']);
    expect([[...ours.keys()], standings()]).toEqual([
      ['F8'],
      { copyToken: 'refused', palette: 'registered' },
    ]);
  });

  test('change places, and go when they are taken away', () => {
    const { press, done, change, ours, standings } = keyboard({ copyToken: 'F9', palette: 'F8' });
    change({ copyToken: 'F8', palette: 'F9' });
    press('F9');
    change({ palette: 'F9' });

    expect([done, [...ours.keys()], standings()]).toEqual([
      ['palette'],
      ['F9'],
      { palette: 'registered' },
    ]);
  });

  test('are given back at the end', () => {
    const { ours, stop, change } = keyboard({ copyToken: 'F9' });
    stop();
    change({ copyToken: 'F7' });
    expect([...ours.keys()]).toEqual([]);
  });
});
