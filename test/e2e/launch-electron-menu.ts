import type { Menu, MenuItem } from 'electron';
import type { ElectronApplication } from 'playwright-core';
import type { MenuEntry } from './running-app.ts';

/** Which menu: the application's, or one that `launch-electron-hook.cjs` has kept. */
export type WhichMenu = 'application' | 'trayMenu' | 'popupMenu';

/** A menu of the app in Electron as plain data; null when it has none. */
export function readMenu(
  electron: ElectronApplication,
  which: WhichMenu,
): Promise<readonly MenuEntry[] | null> {
  return electron.evaluate((modules, wanted) => {
    const kept: Record<string, Menu | null> = Reflect.get(globalThis, 'azimuthTestRecord');
    const menu = wanted === 'application' ? modules.Menu.getApplicationMenu() : kept[wanted];
    const describe = (item: MenuItem): MenuEntry => ({
      label: item.label,
      type: item.type,
      enabled: item.enabled,
      visible: item.visible,
      checked: item.checked,
      ...(item.accelerator !== null && { accelerator: item.accelerator }),
      ...(item.role !== undefined && { role: item.role }),
      ...(item.submenu && { submenu: item.submenu.items.map(describe) }),
    });
    return menu ? menu.items.map(describe) : null;
  }, which);
}

/** Clicks the item at the end of a path of labels; refuses what a user could not click. */
export function clickItem(
  electron: ElectronApplication,
  which: WhichMenu,
  path: readonly string[],
): Promise<void> {
  return electron.evaluate(
    (modules, { wanted, labels }) => {
      const kept: Record<string, Menu | null> = Reflect.get(globalThis, 'azimuthTestRecord');
      let menu = wanted === 'application' ? modules.Menu.getApplicationMenu() : kept[wanted];
      for (const [depth, label] of labels.entries()) {
        const item = menu?.items.find((each) => each.visible && each.label === label);
        if (!item?.enabled) throw new Error(`No menu item '${label}' that can be clicked.`);
        if (depth === labels.length - 1) item.click();
        else menu = item.submenu;
      }
    },
    { wanted: which, labels: path },
  );
}
