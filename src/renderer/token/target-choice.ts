import type { TokenTarget } from '../../shared/token-ask.ts';
import { tokenTargetSchema } from '../../shared/token-ask.ts';

/** A target as the value of a picker. */
export function targetValue(target: TokenTarget): string {
  return JSON.stringify(target);
}

/** The target of a picker's value. */
export function targetOf(value: string): TokenTarget {
  return tokenTargetSchema.parse(JSON.parse(value));
}
