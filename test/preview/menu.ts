import { EventEmitter } from 'node:events';
import type {
  Menu as ElectronMenu,
  MenuItem as ElectronMenuItem,
  MenuItemConstructorOptions,
} from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import type { MenuEntry } from './control.ts';
import { createEvent } from './event.ts';
import { pictureName } from './native-image.ts';
import type { Takes } from './surface.ts';

/** The labels Electron gives to roles that stand without one, as far as an app of this kind uses them. */
const roleLabels = new Map<string, string>([
  ['quit', 'Quit'],
  ['close', 'Close Window'],
  ['minimize', 'Minimize'],
  ['undo', 'Undo'],
  ['redo', 'Redo'],
  ['cut', 'Cut'],
  ['copy', 'Copy'],
  ['paste', 'Paste'],
  ['delete', 'Delete'],
  ['selectAll', 'Select All'],
  ['reload', 'Reload'],
  ['forceReload', 'Force Reload'],
  ['toggleDevTools', 'Toggle Developer Tools'],
  ['resetZoom', 'Actual Size'],
  ['zoomIn', 'Zoom In'],
  ['zoomOut', 'Zoom Out'],
  ['togglefullscreen', 'Toggle Full Screen'],
  ['fileMenu', 'File'],
  ['editMenu', 'Edit'],
  ['viewMenu', 'View'],
  ['windowMenu', 'Window'],
  ['help', 'Help'],
  ['about', 'About'],
]);

function runRole(role: string | undefined): void {
  const window = BrowserWindow.getFocusedWindow();
  if (role === 'quit') app.quit();
  if (role === 'close') window?.close();
  if (role === 'minimize') window?.minimize();
}

/** One line of a menu. */
export class MenuItem {
  readonly id: string;
  readonly type: ElectronMenuItem['type'];
  readonly role: MenuItemConstructorOptions['role'];
  readonly accelerator: string | null;
  readonly icon: MenuItemConstructorOptions['icon'];
  readonly submenu: Menu | undefined;
  readonly click: () => void;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemConstructorOptions) {
    const { submenu } = options;
    this.id = options.id ?? '';
    this.role = options.role;
    this.accelerator = options.accelerator ?? null;
    this.icon = options.icon;
    this.submenu = Array.isArray(submenu)
      ? Menu.buildFromTemplate(submenu)
      : submenu instanceof Menu
        ? submenu
        : undefined;
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal');
    this.label = options.label ?? roleLabels.get(options.role ?? '') ?? options.role ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.click = () => {
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (this.type === 'radio') this.checked = true;
      const given: unknown = options.click;
      if (typeof given === 'function') {
        given(this, BrowserWindow.getFocusedWindow() ?? undefined, createEvent({}));
      } else {
        runRole(this.role);
      }
    };
  }
}

let applicationMenu: Menu | null = null;
let popup: Menu | null = null;

/** A menu: kept as data, clicked through the control channel. */
export class Menu extends EventEmitter {
  static buildFromTemplate(template: (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const line of template) {
      menu.append(line instanceof MenuItem ? line : new MenuItem(line));
    }
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  items: MenuItem[] = [];

  append(item: MenuItem): void {
    this.items = [...this.items, item];
  }

  insert(position: number, item: MenuItem): void {
    this.items = this.items.toSpliced(position, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(options: { readonly callback?: () => void } = {}): void {
    showPopup(this);
    this.emit('menu-will-show', createEvent({}));
    this.once('menu-will-close', () => options.callback?.());
  }

  closePopup(): void {
    if (popup !== this) return;
    popup = null;
    this.emit('menu-will-close', createEvent({}));
  }
}

type OwnMenu = Exclude<keyof Menu, keyof EventEmitter>;
type Lines = Takes<Pick<ElectronMenu, Extract<keyof ElectronMenu, Exclude<OwnMenu, 'items'>>>>;
type Shape<Mine> = { readonly [Member in keyof Mine]: unknown };
Menu satisfies new () => Shape<Lines>;

function showPopup(menu: Menu): void {
  popup = menu;
}

/** The menu that is open as a popup. */
export const openPopup = (): Menu | null => popup;

/** The menu as plain data. */
export function describeMenu(menu: Menu | null | undefined): MenuEntry[] {
  return (menu?.items ?? []).map((item) => ({
    label: item.label,
    type: item.type,
    enabled: item.enabled,
    visible: item.visible,
    checked: item.checked,
    ...(item.accelerator !== null && { accelerator: item.accelerator }),
    ...(item.role !== undefined && { role: item.role }),
    ...(typeof item.icon === 'string' && { icon: pictureName(item.icon) }),
    ...(item.submenu && { submenu: describeMenu(item.submenu) }),
  }));
}

/** Clicks the item at the end of a path of labels; refuses what a user could not click. */
export function clickMenu(menu: Menu | null | undefined, path: readonly string[]): void {
  const [label, ...rest] = path;
  const shown = (menu?.items ?? []).filter((item) => item.visible);
  const item = shown.find((candidate) => candidate.label === label);
  if (!item) {
    const labels = shown.map((candidate) => candidate.label).filter(Boolean);
    throw new Error(`No menu item '${label}'; there are: ${labels.join(', ') || 'none'}`);
  }
  if (!item.enabled) throw new Error(`The menu item '${label}' is disabled.`);
  if (rest.length > 0) clickMenu(item.submenu, rest);
  else item.click();
}
