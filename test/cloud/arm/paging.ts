/** One page of a list, with the link to the next one where there is more. */
export interface Page<T> {
  readonly value: readonly T[];
  readonly nextLink?: string;
}

/** `$skiptoken` is opaque to clients, who must follow `nextLink` as it stands. */
export function pageOf<T>(items: readonly T[], url: URL, size: number): Page<T> {
  const token = url.searchParams.get('$skiptoken');
  const start = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString());
  const end = start + size;
  const value = items.slice(start, end);
  if (end >= items.length) return { value };
  const next = new URL(url);
  next.searchParams.set('$skiptoken', Buffer.from(String(end)).toString('base64url'));
  return { value, nextLink: next.toString() };
}
