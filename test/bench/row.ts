/** One line of the benchmark: two things measured in the same run, and their ratio against its budget. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly against: string;
  readonly ratio: number;
  readonly budget: { readonly atLeast: number } | { readonly atMost: number };
}

export function isWithin({ ratio, budget }: Row): boolean {
  return 'atLeast' in budget ? ratio >= budget.atLeast : ratio <= budget.atMost;
}

export function describe(row: Row): string {
  const { what, measured, against, ratio, budget } = row;
  const limit = 'atLeast' in budget ? `≥ ${budget.atLeast}` : `≤ ${budget.atMost}`;
  const verdict = isWithin(row) ? 'within' : 'MISSED';
  return `${what}\n    ${measured}, against ${against}: ${ratio.toPrecision(3)} × (${limit}) ${verdict}`;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const milliseconds = (value: number): string =>
  value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`;
