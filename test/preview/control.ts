/**
 * The words between a preview host and the program that started it with an IPC channel (a test, the
 * demo). One file for both sides; values are plain data.
 */

/** A menu as plain data. */
export interface MenuEntry {
  readonly label: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly checked: boolean;
  /** The name of its picture, as in `TrayFacts`. */
  readonly icon?: string;
  readonly accelerator?: string;
  readonly role?: string;
  readonly submenu?: readonly MenuEntry[];
}

export interface ShownNotification {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly urgency: string;
  readonly silent: boolean;
  readonly closed: boolean;
}

/** A dialog the app showed: its kind, its words, and what it was answered. */
export interface ShownDialog {
  readonly kind: 'message' | 'error' | 'open' | 'save';
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** The answer to the next dialog: a button by its number or its label, or the paths chosen. */
export type DialogAnswer =
  | { readonly button: number | string; readonly checked?: boolean }
  | { readonly paths: readonly string[] };

export interface WindowFacts {
  readonly id: number;
  readonly title: string;
  readonly url: string;
  readonly visible: boolean;
  readonly focused: boolean;
  readonly bounds: { x: number; y: number; width: number; height: number };
  /** The constructor options, without what cannot be written as JSON. */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface TrayFacts {
  /** The name of its picture's file, with that of the folder around it. */
  readonly icon: string;
  readonly toolTip: string;
  readonly title: string;
  readonly menu: readonly MenuEntry[];
}

export interface AppFacts {
  readonly ready: boolean;
  readonly clipboard: 'x11' | 'memory';
  readonly storageBackend: string;
  readonly loginItem: boolean;
  readonly shortcuts: readonly string[];
}

/** The verbs, each with what it takes and what it gives. */
export interface Verbs {
  'app-facts': { readonly takes: null; readonly gives: AppFacts };
  windows: { readonly takes: null; readonly gives: readonly WindowFacts[] };
  'show-window': { readonly takes: null; readonly gives: null };
  'hide-window': { readonly takes: null; readonly gives: null };
  /** As the user's click on the window's close button. */
  'close-window': { readonly takes: null; readonly gives: null };
  'crash-window': { readonly takes: null; readonly gives: null };
  quit: { readonly takes: null; readonly gives: null };
  'read-clipboard': { readonly takes: null; readonly gives: string };
  'write-clipboard': { readonly takes: string; readonly gives: null };
  'clipboard-types': { readonly takes: null; readonly gives: readonly string[] };
  trays: { readonly takes: null; readonly gives: readonly TrayFacts[] };
  'click-tray': { readonly takes: null; readonly gives: null };
  'click-tray-menu': { readonly takes: readonly string[]; readonly gives: null };
  'application-menu': { readonly takes: null; readonly gives: readonly MenuEntry[] };
  'click-application-menu': { readonly takes: readonly string[]; readonly gives: null };
  /** The last menu that the app popped up; null when none. */
  'popup-menu': { readonly takes: null; readonly gives: readonly MenuEntry[] | null };
  'click-popup-menu': { readonly takes: readonly string[]; readonly gives: null };
  notifications: { readonly takes: null; readonly gives: readonly ShownNotification[] };
  'click-notification': { readonly takes: number; readonly gives: null };
  dialogs: { readonly takes: null; readonly gives: readonly ShownDialog[] };
  'answer-next-dialog': { readonly takes: DialogAnswer; readonly gives: null };
  'set-theme': { readonly takes: 'light' | 'dark' | 'high-contrast'; readonly gives: null };
  'set-online': { readonly takes: boolean; readonly gives: null };
  'emit-power': { readonly takes: string; readonly gives: null };
  /** The computer sleeps for so many milliseconds, which are over at once. */
  sleep: { readonly takes: number; readonly gives: null };
  /** Seconds since somebody last touched the computer. */
  'set-idle': { readonly takes: number; readonly gives: null };
  'emit-second-instance': { readonly takes: readonly string[]; readonly gives: null };
  'emit-activate': { readonly takes: null; readonly gives: null };
  /** As another program that has these keys, from now on. */
  'take-shortcut': { readonly takes: string; readonly gives: null };
  'press-shortcut': { readonly takes: string; readonly gives: null };
  /**
   * An IPC call as a compromised renderer might make it, from the frame whose address starts so
   * (as the app sees it). Gives what the renderer would have got.
   */
  'invoke-from-frame': {
    readonly takes: { readonly frame: string; readonly channel: string; readonly args: unknown[] };
    readonly gives: { readonly ok: boolean; readonly value: unknown };
  };
  /** Opens the browser's pipe to this side's own Playwright: see `guest-connection.ts`. */
  attach: { readonly takes: null; readonly gives: null };
}

export type Verb = keyof Verbs;
export type Takes<V extends Verb> = Verbs[V]['takes'];
export type Gives<V extends Verb> = Verbs[V]['gives'];

/** To the host. */
export type ToHost =
  | { readonly request: number; readonly verb: Verb; readonly with: unknown }
  | { readonly cdp: object };

/** From the host. */
export type FromHost =
  | { readonly answer: number; readonly ok: true; readonly value: unknown }
  | { readonly answer: number; readonly ok: false; readonly value: string }
  | { readonly event: 'opened-external'; readonly url: string }
  | { readonly event: 'window'; readonly id: number }
  | { readonly event: 'notification'; readonly notification: ShownNotification }
  | { readonly event: 'dialog'; readonly dialog: ShownDialog }
  | { readonly event: 'browser-gone' }
  | { readonly cdp: object };
