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
  let suspended = false;
  const stop = followShortcuts({
    store,
    shortcuts: {
      register(accelerator, pressed) {
        if (suspended || taken.includes(accelerator) || ours.has(accelerator)) return 'refused';
        ours.set(accelerator, pressed);
        return 'registered';
      },
      unregister(accelerator) {
        if (!suspended) ours.delete(accelerator);
      },
      suspend(wanted) {
        suspended = wanted;
      },
    },
    pressed: { copyToken: () => done.push('copy'), palette: () => done.push('palette') },
  });
  return {
    ours,
    done,
    stop,
    standings: () => store.state().background.shortcuts,
    press(accelerator: string) {
      if (!suspended) ours.get(accelerator)?.();
    },
    record: (recordingKeys: boolean) =>
      store.apply({ kind: 'background-changed', change: { recordingKeys } }),
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

  test('rest while keys are recorded, and those that are recorded work from then on', () => {
    const { press, done, record, change, ours, standings } = keyboard({
      copyToken: 'F9',
      palette: 'F8',
    });
    record(true);
    press('F9');
    change({ copyToken: 'F7', palette: 'F8' });
    record(false);
    press('F7');
    press('F8');

    expect([done, [...ours.keys()], standings()]).toEqual([
      ['copy', 'palette'],
      ['F7', 'F8'],
      { copyToken: 'registered', palette: 'registered' },
    ]);
  });

  test('act again where nothing was recorded', () => {
    const { press, done, record } = keyboard({ copyToken: 'F9' });
    record(true);
    record(false);
    press('F9');
    expect(done).toEqual(['copy']);
  });

  test('are given back at an end in the middle of a recording too', () => {
    const { ours, stop, record } = keyboard({ copyToken: 'F9' });
    record(true);
    stop();
    expect([...ours.keys()]).toEqual([]);
  });

  test('are given back at the end', () => {
    const { ours, stop, change } = keyboard({ copyToken: 'F9' });
    stop();
    change({ copyToken: 'F7' });
    expect([...ours.keys()]).toEqual([]);
  });
});
