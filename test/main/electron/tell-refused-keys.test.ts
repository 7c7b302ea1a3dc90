import { expect, test } from 'vitest';
import type { RunCommand } from '../../../src/main/core/commands.ts';
import { tellRefusedKeys } from '../../../src/main/electron/tell-refused-keys.ts';
import { succeed } from '../../../src/shared/problem.ts';
import type { Settings } from '../../../src/shared/settings.ts';
import { changeSettings, defaultSettings } from '../../../src/shared/settings.ts';
import type { ShortcutStanding } from '../../../src/shared/shortcut.ts';
import { storeWith } from '../core/examples.ts';

const keys = { copyToken: 'Control+Alt+C' };

/** One start with these settings, where the keys stand so; and what the settings are afterwards. */
function start(settings: Settings, standing: ShortcutStanding) {
  const background = { trayShown: true, shortcuts: { copyToken: standing } };
  const store = storeWith({ settings, background });
  const said: string[] = [];
  const run: RunCommand = async (_name, input) => {
    const changed = changeSettings(store.state().settings, Object(input));
    store.apply({ kind: 'settings-changed', settings: changed });
    return succeed(null) as never;
  };
  tellRefusedKeys({ store, run, say: ({ title, body }) => said.push(`${title}: ${body}`) });
  return { said, store, settings: () => store.state().settings };
}

test('keys that the system refuses at a start are told of once, with the command that can be bound instead', () => {
  const first = start({ ...defaultSettings, shortcuts: keys }, 'refused');
  const second = start(first.settings(), 'refused');
  const worked = start(second.settings(), 'registered');
  const third = start(worked.settings(), 'refused');

  expect([first.said, second.said, worked.said, third.said]).toEqual([
    [expect.stringContaining('azimuth account copy-token')],
    [],
    [],
    first.said,
  ]);
  expect(first.said[0]).toContain('“Copy a token for the default”');
});

test('keys that are refused while they are recorded are not told of, then or at the next start', () => {
  const { said, store, settings } = start({ ...defaultSettings, shortcuts: keys }, 'registered');
  const change = { shortcuts: { copyToken: 'refused' } } as const;
  store.apply({ kind: 'background-changed', change });
  const next = start(settings(), 'refused');

  expect([said, next.said]).toEqual([[], []]);
});
