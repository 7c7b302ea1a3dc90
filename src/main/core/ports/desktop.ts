import type { Result } from '../../../shared/problem.ts';
import type { ShortcutStanding } from '../../../shared/shortcut.ts';

/** The system's own way to ask whether its owner is there, such as Touch ID. */
export interface OwnerCheck {
  /** May change: a lid closes. */
  available(): boolean;
  /** Asks the person; false when they can't or will not. */
  ask(reason: string): Promise<boolean>;
}

/** Whether somebody is at the computer. */
export interface Presence {
  /** Seconds since the last key or mouse. */
  idleSeconds(): number;
  /** Calls back when the screen locks or the computer goes to sleep. */
  onLeaving(listener: (why: 'screen' | 'suspend') => void): void;
  /** Calls back when the computer wakes up or its screen is unlocked. */
  onReturning(listener: () => void): void;
}

/** The system's list of what it starts when the person signs in to the computer. */
export interface LoginItem {
  isOn(): Promise<boolean>;
  set(on: boolean): Promise<void>;
}

/** Keys that reach the app wherever the person is. */
export interface GlobalShortcuts {
  register(accelerator: string, pressed: () => void): ShortcutStanding;
  unregister(accelerator: string): void;
  /** Lets all of them rest, or act again. While they rest, none can be registered. */
  suspend(suspended: boolean): void;
}

/** Whether there is a network at all; that there is one does not say that Azure can be reached. */
export interface Network {
  isOnline(): boolean;
}

export interface Clipboard {
  write(text: string): Promise<void>;
  /**
   * Writes a text that clipboard histories should not keep.
   *
   * @returns whether they could be told so
   */
  writeSecret(text: string): Promise<boolean>;
  /**
   * Clears the last secret if it is still there, which its hash tells; what the person copied since stays.
   *
   * @throws {Error} when the clipboard can't be looked at: the secret may be there still
   */
  clearSecret(): Promise<void>;
}

/** The clipboard as a system has it. */
export interface SystemClipboard extends Omit<Clipboard, 'clearSecret'> {
  read(): Promise<string>;
  clear(): Promise<void>;
}

/** Opens an address in the person's browser. */
export type OpenLink = (address: string) => Promise<Result<null>>;

/** A window of a browser without the person's cookies, where this computer has such a browser. */
export interface PrivateWindow {
  /** The browser's name; nothing where there is none. Looks once. */
  find(): Promise<string | undefined>;
  open: OpenLink;
}

/**
 * Asks the person where a text should be kept, and writes it there for nobody else to read.
 *
 * @returns false when they chose no place
 */
export type SaveFile = (name: string, text: string) => Promise<Result<boolean>>;

/** The host's way to the network: Electron's `net.fetch` where there is one, so that the system's proxy applies. */
export type Fetch = (address: string, init?: RequestInit) => Promise<Response>;
