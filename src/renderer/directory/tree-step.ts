import type { Row } from './directory-index.ts';

/** What a key of the treegrid pattern does: fold a tenant or open it, or go to another row. */
export type TreeStep =
  | { readonly kind: 'collapse'; readonly tenantKey: string; readonly collapsed: boolean }
  | { readonly kind: 'move'; readonly index: number };

/** Left closes or goes out, Right opens or goes in (https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/). */
export function treeStep(key: string, rows: readonly Row[], cursor: number): TreeStep | undefined {
  const row = rows[cursor];
  if (row === undefined || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return undefined;
  const opens = key === 'ArrowRight';
  if (row.kind === 'tenant' && row.collapsed === opens)
    return { kind: 'collapse', tenantKey: row.key, collapsed: !opens };
  if (opens) return row.kind === 'tenant' ? { kind: 'move', index: cursor + 1 } : undefined;
  const outer = outerKind(row);
  const index = rows.findLastIndex(({ kind }, at) => at < cursor && kind === outer);
  return index < 0 ? undefined : { kind: 'move', index };
}

function outerKind(row: Row): Row['kind'] | undefined {
  if (row.kind === 'account') return undefined;
  return row.kind === 'tenant' ? 'account' : 'tenant';
}
