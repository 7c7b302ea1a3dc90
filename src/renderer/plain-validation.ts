import { z } from 'zod';

/** Zod compiles its schemas with `new Function` where it may; our CSP forbids that, so it does not even try. */
z.config({ jitless: true });
