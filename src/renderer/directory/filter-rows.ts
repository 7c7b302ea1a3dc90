import type { AccountGroup, DirectoryIndex, Row, TenantGroup } from './directory-index.ts';

export interface FilteredRows {
  readonly rows: readonly Row[];
  /** How many subscriptions are among them. */
  readonly matches: number;
}

/**
 * The rows that match a filter: every word has to stand in the subscription, its tenant or its account. Groups come
 * with their matching subscriptions; a tenant that matches by itself comes whole, also while it has none. What is folded
 * away stays so only while nothing is looked for.
 */
export function filterRows(index: DirectoryIndex, filter: string): FilteredRows {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const rows: Row[] = [];
  let matches = 0;
  for (const account of index.accounts) matches += addAccount(rows, account, words);
  return { rows, matches };
}

function addAccount(rows: Row[], account: AccountGroup, words: readonly string[]): number {
  const start = rows.length;
  const left = words.filter((word) => !account.text.includes(word));
  if (account.header !== undefined) rows.push(account.header);
  const first = rows.length;
  let matches = 0;
  for (const tenant of account.tenants) {
    const header = words.length === 0 ? tenant.header : tenant.foundHeader;
    if (header.collapsed === true) rows.push(header);
    else matches += addTenant(rows, tenant, header, left);
  }
  if (rows.length === first && left.length > 0) rows.length = start;
  return matches;
}

function addTenant(
  rows: Row[],
  tenant: TenantGroup,
  header: Row,
  words: readonly string[],
): number {
  const start = rows.length;
  const left = words.filter((word) => !tenant.text.includes(word));
  rows.push(header);
  if (left.length === 0 && tenant.status !== undefined) rows.push(tenant.status);
  const first = rows.length;
  for (const entry of tenant.entries) {
    if (left.every((word) => entry.text.includes(word))) rows.push(entry.row);
  }
  const matches = rows.length - first;
  if (matches === 0 && left.length > 0) rows.length = start;
  return matches;
}
