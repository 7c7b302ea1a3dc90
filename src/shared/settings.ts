import { z } from 'zod';
import type { AudienceId } from './audience.ts';
import { audienceIds } from './audience.ts';
import type { Shortcuts } from './shortcut.ts';
import { shortcutsSchema } from './shortcut.ts';
import type { BrowserChoice } from './sign-in.ts';
import { browserChoices } from './sign-in.ts';
import type { TokenForm } from './token-form.ts';
import { tokenForms } from './token-form.ts';

/** What is copied outside of the window. */
export interface QuickCopy {
  readonly form: TokenForm;
  /** For the default; unless said the service of its context, else Azure Resource Manager. */
  readonly audience?: AudienceId | undefined;
}

export type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  readonly theme: Theme;
  /** Seconds until a copied token leaves the clipboard. */
  readonly clipboardSeconds: number;
  /** Seconds until an unanswered sign-in in the browser is given up. */
  readonly signInSeconds: number;
  /** Where sign-in pages go; a private window only where there is a browser that has one. */
  readonly signInBrowser: BrowserChoice;
  /** Minutes without a key or a mouse after which the app locks; 0 means never. */
  readonly lockAfterMinutes: number;
  /** Whether the app locks when the screen does, and when the computer goes to sleep. */
  readonly lockWithScreen: boolean;
  /** Whether the SDK endpoint listens. */
  readonly endpointOn: boolean;
  /** The port of the SDK endpoint; 0 lets the system choose one at each start. */
  readonly endpointPort: number;
  /** Whether Azure CLI is pointed at each new default. */
  readonly azureCliFollows: boolean;
  /** Whether the app outlives its last window; unless said, where a tray icon leads back to it. */
  readonly keepRunning?: boolean | undefined;
  /** Whether the person was told that it does. */
  readonly closingExplained: boolean;
  /** Keys that work wherever the person is. */
  readonly shortcuts: Shortcuts;
  /** Keys that the system refused, of which the person was told. */
  readonly refusalsTold?: Shortcuts | undefined;
  readonly quickCopy: QuickCopy;
}

export const defaultSettings: Settings = {
  theme: 'system',
  clipboardSeconds: 60,
  signInSeconds: 300,
  signInBrowser: 'default',
  lockAfterMinutes: 0,
  lockWithScreen: false,
  endpointOn: false,
  endpointPort: 0,
  azureCliFollows: false,
  closingExplained: false,
  shortcuts: {},
  quickCopy: { form: 'token' },
};

function wholeNumber(least: number, most: number) {
  const [from, to] = [least, most].map((bound) => bound.toLocaleString('en-US'));
  const wanted = `A whole number from ${from} to ${to}.`;
  return z.int(wanted).min(least, wanted).max(most, wanted);
}

const portWanted = 'A port is 0 (any) or a number from 1,024 to 65,535.';

/** The settings, with the bounds of each. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  clipboardSeconds: wholeNumber(5, 3_600),
  signInSeconds: wholeNumber(5, 1_800),
  signInBrowser: z.enum(browserChoices),
  lockAfterMinutes: wholeNumber(0, 480),
  lockWithScreen: z.boolean(),
  endpointOn: z.boolean(),
  endpointPort: z
    .int(portWanted)
    .min(0, portWanted)
    .max(65_535, portWanted)
    .refine((port) => port === 0 || port >= 1_024, portWanted),
  azureCliFollows: z.boolean(),
  keepRunning: z.boolean().optional(),
  closingExplained: z.boolean(),
  shortcuts: shortcutsSchema,
  refusalsTold: shortcutsSchema.optional(),
  quickCopy: z.object({ form: z.enum(tokenForms), audience: z.enum(audienceIds).optional() }),
});

/** The settings after a change that names only some of them. */
export function changeSettings(
  settings: Settings,
  change: { readonly [K in keyof Settings]?: Settings[K] | undefined },
): Settings {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...settings, ...Object.fromEntries(named) };
}

/** Whether the app outlives its last window. */
export const keepsRunning = ({
  settings,
  background,
}: {
  readonly settings: Pick<Settings, 'keepRunning'>;
  readonly background: { readonly trayShown: boolean };
}): boolean => settings.keepRunning ?? background.trayShown;
