/** The order after one of it changed places with a neighbour; undefined where there is none on that side. */
export function moved(
  keys: readonly string[],
  key: string,
  way: 'up' | 'down',
): readonly string[] | undefined {
  const from = keys.indexOf(key);
  const to = way === 'up' ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= keys.length) return undefined;
  return keys.toSpliced(from, 1).toSpliced(to, 0, key);
}
