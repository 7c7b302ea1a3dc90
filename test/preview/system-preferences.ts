import type { SystemPreferences } from 'electron';

/** This host has no finger to ask for. */
export const systemPreferences = {
  canPromptTouchID: (): boolean => false,
  promptTouchID: (_reason: string): Promise<void> =>
    Promise.reject(new Error('There is no Touch ID here.')),
} satisfies Pick<SystemPreferences, 'canPromptTouchID' | 'promptTouchID'>;
