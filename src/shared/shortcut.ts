import { z } from 'zod';
import { acceleratorSchema } from './accelerator.ts';

/** What can be done by keys wherever the person is. */
export const shortcutNames = ['copyToken', 'palette'] as const;

export type ShortcutName = (typeof shortcutNames)[number];

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
