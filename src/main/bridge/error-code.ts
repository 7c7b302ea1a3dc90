/** Node's name for what went wrong, such as `ENOENT`; nothing where an error has none. */
export const errorCode = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
