import type { MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';
import type { MenuEntry } from '../views/application-menu.ts';
import { applicationMenu } from '../views/application-menu.ts';
import type { MenuAct } from '../views/menu-line.ts';

export function installApplicationMenu(act: (act: MenuAct) => Promise<void>): void {
  const draw = ({ own, ...entry }: MenuEntry): MenuItemConstructorOptions => {
    if (!own) return entry;
    const { label, accelerator } = own;
    return { label, accelerator, click: () => void act(own.act) };
  };
  const template = applicationMenu(process.platform).map(
    ({ label, submenu }): MenuItemConstructorOptions => ({ label, submenu: submenu.map(draw) }),
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
