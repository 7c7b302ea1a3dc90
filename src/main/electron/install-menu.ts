import type { MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';
import { applicationMenu } from '../views/application-menu.ts';

export function installApplicationMenu(): void {
  const template = applicationMenu(process.platform).map(
    ({ label, submenu }): MenuItemConstructorOptions => ({ label, submenu: [...submenu] }),
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
