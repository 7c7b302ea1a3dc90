import { describe, expect, test } from 'vitest';
import type { MenuColumn } from '../../../src/main/views/application-menu.ts';
import { applicationMenu } from '../../../src/main/views/application-menu.ts';

const rolesOf = (menu: readonly MenuColumn[], label: string): readonly string[] =>
  (menu.find((column) => column.label === label)?.submenu ?? []).map(
    ({ role, type, own }) => own?.label ?? role ?? type ?? '',
  );

const platforms = ['darwin', 'win32', 'linux'];

describe('the application menu', () => {
  test.each(platforms)(
    'lets people edit text, and find, by the keys they know (%s)',
    (platform) => {
      expect(rolesOf(applicationMenu(platform), 'Edit')).toEqual([
        'undo',
        'redo',
        'separator',
        'cut',
        'copy',
        'paste',
        'selectAll',
        'separator',
        'Find…',
      ]);
    },
  );

  test.each(platforms)('has no way to reload or to look inside (%s)', (platform) => {
    const roles = applicationMenu(platform).flatMap(({ label }) =>
      rolesOf(applicationMenu(platform), label),
    );

    expect(roles.filter((role) => /reload|devtools/i.test(role))).toEqual([]);
    expect(roles).toContain('quit');
  });

  test.each(platforms)(
    'has entries that are a role, a line or our own, never two of them or nothing (%s)',
    (platform) => {
      for (const { submenu } of applicationMenu(platform)) {
        for (const entry of submenu) expect(Object.keys(entry)).toHaveLength(1);
      }
    },
  );

  test.each(platforms)('leads to the settings by the keys they know (%s)', (platform) => {
    const [first] = applicationMenu(platform);
    expect(first?.submenu.flatMap(({ own }) => own ?? [])).toEqual([
      { label: 'Settings…', accelerator: 'CmdOrCtrl+,', act: { kind: 'open', page: 'settings' } },
    ]);
  });

  test('begins with the application itself on macOS, as there is custom, and with File elsewhere', () => {
    const labels = platforms.map((platform) => applicationMenu(platform).map(({ label }) => label));

    expect(labels).toEqual([
      ['Azimuth', 'Edit', 'View', 'Window'],
      ['File', 'Edit', 'View', 'Window'],
      ['File', 'Edit', 'View', 'Window'],
    ]);
  });

  test('offers on macOS what only macOS has', () => {
    const onMac = new Set(['about', 'services', 'hide', 'hideOthers', 'unhide', 'front']);
    const found = platforms.map((platform) => {
      const menu = applicationMenu(platform);
      return menu.flatMap(({ label }) => rolesOf(menu, label)).filter((role) => onMac.has(role));
    });

    expect(found).toEqual([[...onMac], [], []]);
  });
});
