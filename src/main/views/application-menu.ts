import type { MenuAct } from './menu-line.ts';

/** One entry of the application menu, without Electron: a role that the system fills in, a line, or something of ours. */
export interface MenuEntry {
  readonly own?: OwnEntry;
  readonly role?:
    | 'about'
    | 'hide'
    | 'hideOthers'
    | 'unhide'
    | 'quit'
    | 'undo'
    | 'redo'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'minimize'
    | 'close'
    | 'resetZoom'
    | 'zoomIn'
    | 'zoomOut'
    | 'togglefullscreen'
    | 'services'
    | 'front';
  readonly type?: 'separator';
}

interface OwnEntry {
  readonly label: string;
  /** Its keys, as Electron writes them. */
  readonly accelerator: string;
  readonly act: MenuAct;
}

export interface MenuColumn {
  readonly label: string;
  readonly submenu: readonly MenuEntry[];
}

const find: MenuEntry = {
  own: { label: 'Find…', accelerator: 'CmdOrCtrl+K', act: { kind: 'open', page: 'find' } },
};

const settings: MenuEntry = {
  own: { label: 'Settings…', accelerator: 'CmdOrCtrl+,', act: { kind: 'open', page: 'settings' } },
};

const separator: MenuEntry = { type: 'separator' };

/** The application menu. Without it macOS has no copy and paste; reload and developer tools are left out on purpose. */
export function applicationMenu(platform: string): readonly MenuColumn[] {
  const mac = platform === 'darwin';
  return [
    ...(mac
      ? [
          {
            label: 'Azimuth',
            submenu: [
              { role: 'about' },
              separator,
              settings,
              separator,
              { role: 'services' },
              separator,
              { role: 'hide' },
              { role: 'hideOthers' },
              { role: 'unhide' },
              separator,
              { role: 'quit' },
            ],
          } satisfies MenuColumn,
        ]
      : [
          {
            label: 'File',
            submenu: [settings, separator, { role: 'quit' }],
          } satisfies MenuColumn,
        ]),
    {
      label: 'Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        find,
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: 'Window',
      submenu: [
        { role: 'minimize' },
        { role: 'close' },
        ...(mac ? [separator, { role: 'front' } as const] : []),
      ],
    },
  ];
}
