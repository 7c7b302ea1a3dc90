import { z } from 'zod';
import { acceleratorSchema } from './accelerator.ts';

/** What can be done by keys wherever the person is. */
export const shortcutNames = ['copyToken', 'palette'] as const;

export type ShortcutName = (typeof shortcutNames)[number];

/** What each does, in a person's words, and what a desktop's own keyboard settings can run instead. */
export const shortcutWords: Readonly<
  Record<ShortcutName, { readonly label: string; readonly command: string }>
> = {
  copyToken: { label: 'Copy a token for the default', command: 'azimuth account copy-token' },
  palette: { label: 'Find and switch', command: 'azimuth find' },
};

/** The keys of each; one that is not named has none. */
export const shortcutsSchema = z
  .object({
    copyToken: acceleratorSchema.optional(),
    palette: acceleratorSchema.optional(),
  } satisfies Record<ShortcutName, z.ZodType>)
  .refine(({ copyToken, palette }) => copyToken === undefined || copyToken !== palette, {
    message: 'These keys are the other shortcut already.',
  });

export type Shortcuts = Readonly<z.infer<typeof shortcutsSchema>>;

/** Whether the keys work: a desktop that asks the person first does not tell what they answered. */
export type ShortcutStanding = 'registered' | 'asked' | 'refused';
