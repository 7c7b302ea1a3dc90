import { z } from 'zod';

/** A text of which only so much is of use: the rest is cut off, not refused. */
const atMost = (length: number) => z.string().transform((text) => text.slice(0, length));

/** Why a window of ours could not be drawn any more. */
export const windowFailureSchema = z.object({
  message: atMost(1_000),
  /** Of the error, and of the parts of the window around it. */
  stack: atMost(8_000),
});
