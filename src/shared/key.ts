import { z } from 'zod';

/** The key of a thing of the state, as surfaces name it. */
export const keySchema = z.string().min(1).max(512);
