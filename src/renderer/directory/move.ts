/** Where a key moves the cursor in a list of `count` rows, `page` rows to a screen; undefined for any other key. */
export function moveCursor(
  key: string,
  from: number,
  count: number,
  page: number,
): number | undefined {
  const last = count - 1;
  const clamp = (index: number): number => Math.min(last, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return clamp(from + 1);
    case 'ArrowUp':
      return clamp(from - 1);
    case 'PageDown':
      return clamp(from + page);
    case 'PageUp':
      return clamp(from - page);
    case 'Home':
      return 0;
    case 'End':
      return Math.max(0, last);
    default:
      return undefined;
  }
}
