/** A line that names what was probably meant, or nothing (Azure CLI asks Python's difflib for a likeness of 0.7). */
export function suggestion(word: string, known: readonly string[]): string {
  const [best] = known
    .map((one) => ({ one, likeness: likeness(word.toLowerCase(), one) }))
    .filter((each) => each.likeness >= 0.7)
    .toSorted((a, b) => b.likeness - a.likeness);
  return best ? `\nDid you mean '${best.one}' ?` : '';
}

/** From 0 to 1: how much of both is a common subsequence. */
function likeness(left: string, right: string): number {
  if (left.length > 100) return 0;
  let row = Array.from({ length: right.length + 1 }, () => 0);
  for (const letter of left) {
    const next = [0];
    for (let at = 0; at < right.length; at += 1) {
      const same = (row[at] ?? 0) + 1;
      next.push(letter === right[at] ? same : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    }
    row = next;
  }
  return (2 * (row.at(-1) ?? 0)) / (left.length + right.length);
}
