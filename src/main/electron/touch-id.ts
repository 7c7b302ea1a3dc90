import { systemPreferences } from 'electron';
import type { OwnerCheck } from '../core/ports/desktop.ts';

/** Touch ID; both functions are there on macOS only (https://www.electronjs.org/docs/latest/api/system-preferences). */
export const touchId: OwnerCheck = {
  available: () => process.platform === 'darwin' && systemPreferences.canPromptTouchID(),
  async ask(reason) {
    try {
      await systemPreferences.promptTouchID(reason);
      return true;
    } catch {
      return false;
    }
  },
};
