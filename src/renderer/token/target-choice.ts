import type { TokenTarget } from '../../shared/contract.ts';

/** A target as the value of a picker. */
export function targetValue(target: TokenTarget): string {
  switch (target.kind) {
    case 'default':
      return 'default';
    case 'subscription':
      return `subscription ${target.subscriptionKey}`;
    case 'tenant':
      return `tenant ${target.tenantKey}`;
  }
}

/** The target of a picker's value. */
export function targetOf(value: string): TokenTarget {
  const at = value.indexOf(' ');
  const key = value.slice(at + 1);
  if (value.startsWith('subscription ')) return { kind: 'subscription', subscriptionKey: key };
  if (value.startsWith('tenant ')) return { kind: 'tenant', tenantKey: key };
  return { kind: 'default' };
}
