import { z } from 'zod';

/** An id of Entra ID, as the portal shows it; `what` says whose in the complaint. */
export const guid = (what: string) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(
      /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      `${what} looks like 00000000-0000-0000-0000-000000000000.`,
    );

/** The id of an application. */
export const clientIdSchema = guid('A client ID');
