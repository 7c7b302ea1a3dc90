import type { GlobalShortcut } from 'electron';

const shortcuts = new Map<string, () => void>();
/** Those that another program has. */
const taken = new Set<string>();
let suspended = false;

export const globalShortcut = {
  register: (accelerator: string, callback: () => void): boolean => {
    if (suspended || shortcuts.has(accelerator) || taken.has(accelerator)) return false;
    shortcuts.set(accelerator, callback);
    return true;
  },
  registerAll: (accelerators: string[], callback: () => void): void => {
    for (const accelerator of accelerators) globalShortcut.register(accelerator, callback);
  },
  isRegistered: (accelerator: string): boolean => shortcuts.has(accelerator),
  unregister: (accelerator: string): void => void shortcuts.delete(accelerator),
  unregisterAll: (): void => shortcuts.clear(),
  isSuspended: (): boolean => suspended,
  setSuspended: (wanted: boolean): void => {
    suspended = wanted;
  },
} satisfies Pick<
  GlobalShortcut,
  | 'register'
  | 'registerAll'
  | 'isRegistered'
  | 'unregister'
  | 'unregisterAll'
  | 'isSuspended'
  | 'setSuspended'
>;

export const registeredShortcuts = (): string[] => [...shortcuts.keys()];

/** Another program is quicker. */
export const takeShortcut = (accelerator: string): void => void taken.add(accelerator);

/** The key press that no desktop delivers here; while the keys rest, it reaches nobody. */
export function pressShortcut(accelerator: string): void {
  const callback = shortcuts.get(accelerator);
  if (!callback) throw new Error(`No shortcut ${accelerator} is registered.`);
  if (!suspended) callback();
}
