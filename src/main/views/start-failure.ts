const full = (place: string): string =>
  `There is no room for ${place}. Free some space on its disk and start again.`;

const closed = (place: string): string =>
  `${place} can not be written. Change who may write there, or name another folder in AZIMUTH_HOME, and start again.`;

const inTheWay = (place: string): string =>
  `Something else stands at ${place} or on the way to it. Move it, or name another folder in AZIMUTH_HOME, and start again.`;

/** What a person can do about an error of the file system, by its code (https://nodejs.org/api/errors.html#common-system-errors). */
const advice: Readonly<Record<string, (place: string) => string>> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: closed,
  EACCES: closed,
  EPERM: closed,
  EEXIST: inTheWay,
  ENOTDIR: inTheWay,
  EISDIR: inTheWay,
};

/** Whether the file system said no: to a file, a folder or a socket in one. */
export function isOfFileSystem(error: unknown): boolean {
  return adviceFor(error) !== undefined;
}

/** Why the program could not start, and what to do where that is known. */
export function startFailure(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const todo = adviceFor(error);
  return todo === undefined ? said : `${todo} (${said})`;
}

function adviceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code: unknown = Reflect.get(error, 'code');
  // A file's place is its path, a socket's is its address.
  const place: unknown = Reflect.get(error, 'path') ?? Reflect.get(error, 'address');
  if (typeof code !== 'string' || typeof place !== 'string') return undefined;
  return advice[code]?.(place);
}
