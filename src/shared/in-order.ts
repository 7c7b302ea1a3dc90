/** In the order of the keys; what they don't name comes after them, as it was. */
export function inOrder<T extends { readonly key: string }>(
  all: readonly T[],
  keys: readonly string[],
): readonly T[] {
  const place = new Map(keys.map((key, index) => [key, index]));
  const placeOf = ({ key }: T): number => place.get(key) ?? keys.length;
  return all.toSorted((one, other) => placeOf(one) - placeOf(other));
}
