import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/renderer/directory/directory-index.ts';
import { indexDirectory } from '../../src/renderer/directory/directory-index.ts';
import { filterRows } from '../../src/renderer/directory/filter-rows.ts';
import { moveCursor } from '../../src/renderer/directory/move.ts';
import { treeStep } from '../../src/renderer/directory/tree-step.ts';
import { rowActions } from '../../src/renderer/directory/row-actions.ts';
import {
  alice,
  bob,
  bobHome,
  contoso,
  empty,
  fabrikam,
  northwind,
  offline,
  production,
  subscriptions,
} from './directory-fixture.ts';

const tenants = [empty, northwind, fabrikam, contoso, bobHome];
const nothingArranged = { labels: {}, tenantOrder: {}, collapsed: [], favourites: [] };
const index = indexDirectory([alice, bob], tenants, subscriptions, nothingArranged);

const orderable = { accounts: [alice, bob], tenants, arrangement: nothingArranged };

function nameOf(row: Row): string {
  switch (row.kind) {
    case 'account':
      return `@${row.account.displayName}`;
    case 'tenant':
      return `# ${row.tenant.displayName} (${row.count})`;
    case 'unread':
    case 'loading':
    case 'empty':
    case 'problem':
      return row.kind;
    case 'subscription':
      return row.subscription.displayName;
  }
}

const filtered = (filter: string) => filterRows(index, filter).rows.map(nameOf);

describe('the rows of the list', () => {
  it('match a filter by every word, in the subscription, its tenant or its account', () => {
    expect({
      name: filtered('sandbox'),
      acrossLevels: filtered('BOB warn playground').length,
      tenantAndName: filtered('fabrikam pay'),
      account: filtered('bob@ playground'),
      idOfTwoAccounts: filterRows(index, production.subscriptionId.toUpperCase()).matches,
      tenantId: filterRows(index, contoso.tenantId).matches,
      emptyTenant: filtered('aussicht'),
      failedTenant: filtered('northwind.example'),
      nothing: filtered('no such thing'),
    }).toEqual({
      name: ['@Alice Ngô', '# Contoso (6)', 'Sandbox', 'Sandbox'],
      acrossLevels: 0,
      tenantAndName: ['@Alice Ngô', '# Fabrikam (3)', 'Pay-as-you-go'],
      account: ['@Bob Okafor', '# Fabrikam (2)', 'Bob’s playground'],
      idOfTwoAccounts: 2,
      tenantId: 6,
      emptyTenant: ['@Alice Ngô', '# Schöne Aussicht GmbH (0)', 'empty'],
      failedTenant: ['@Alice Ngô', '# Northwind Traders (0)', 'problem'],
      nothing: [],
    });
  });

  it('keep the same subscription of two accounts apart', () => {
    const { rows, matches } = filterRows(index, 'shared services');
    expect({ matches, keys: new Set(rows.map(({ key }) => key)).size }).toEqual({
      matches: 2,
      keys: rows.length,
    });
  });

  it('say once for all that there is no network, but for a tenant of which nothing is known', () => {
    const cut = [contoso, empty].map((one) => ({
      ...one,
      status: { kind: 'failed', problem: offline } as const,
    }));
    const { rows } = filterRows(indexDirectory([alice], cut, subscriptions, nothingArranged), '');
    expect(rows.filter(({ kind }) => kind !== 'subscription').map(nameOf)).toEqual([
      '# Contoso (6)',
      '# Schöne Aussicht GmbH (0)',
      'problem',
    ]);
  });

  it('show a tenant that is read again with what is remembered of it', () => {
    const loading = [contoso, empty].map((one) => ({
      ...one,
      status: { kind: 'loading' } as const,
    }));
    const { rows } = filterRows(
      indexDirectory([alice], loading, subscriptions, nothingArranged),
      '',
    );
    expect(rows.filter(({ kind }) => kind !== 'subscription').map(nameOf)).toEqual([
      '# Contoso (6)',
      '# Schöne Aussicht GmbH (0)',
      'loading',
    ]);
  });

  it('offer to become the default only where they are not', () => {
    const row = filterRows(index, 'contoso production').rows.at(-1);
    if (row === undefined) throw new Error('The row is missing.');
    expect([
      rowActions(row, undefined, orderable)[0]?.label,
      rowActions(row, production.key, orderable)[0]?.label,
    ]).toEqual(['Set as default', 'Get token…']);
  });

  it('offer to become a favourite, and to be one no more', () => {
    const row = filterRows(index, 'contoso production').rows.at(-1);
    if (row === undefined) throw new Error('The row is missing.');
    const favourites = (keys: readonly string[]) =>
      rowActions(row, undefined, {
        ...orderable,
        arrangement: { ...nothingArranged, favourites: keys },
      }).filter(({ kind }) => kind === 'favourite');

    expect([...favourites([]), ...favourites([production.key])]).toEqual([
      {
        kind: 'favourite',
        label: 'Add to favourites',
        subscriptionKey: production.key,
        favourite: true,
      },
      {
        kind: 'favourite',
        label: 'Remove from favourites',
        subscriptionKey: production.key,
        favourite: false,
      },
    ]);
  });
});

describe('a tenant that is folded away', () => {
  const folded = indexDirectory([alice, bob], tenants, subscriptions, {
    ...nothingArranged,
    collapsed: [contoso.key, northwind.key],
  });

  it('is one row, and opens while something of it is looked for', () => {
    const all = filterRows(folded, '').rows.map(nameOf);
    expect([all.slice(0, 3), all.includes('problem')]).toEqual([
      ['@Alice Ngô', '# Contoso (6)', '# Fabrikam (3)'],
      false,
    ]);
    expect(
      filterRows(folded, 'sandbox').rows.map((row) => [
        nameOf(row),
        'collapsed' in row && row.collapsed,
      ]),
    ).toEqual([
      ['@Alice Ngô', false],
      ['# Contoso (6)', undefined],
      ['Sandbox', false],
      ['Sandbox', false],
    ]);
  });

  it('stays as it was left while something is looked for: Left and Right only walk', () => {
    const { rows } = filterRows(folded, 'sandbox');
    expect(['ArrowLeft', 'ArrowRight'].map((key) => treeStep(key, rows, 1))).toEqual([
      { kind: 'move', index: 0 },
      { kind: 'move', index: 2 },
    ]);
  });

  it('is opened, closed and walked through by Left and Right', () => {
    const { rows } = filterRows(folded, '');
    const step = (key: string, at: number) => treeStep(key, rows, at);
    const [contosoRow, fabrikamRow, itsLast] = [1, 2, 5];
    expect({
      rightOnFolded: step('ArrowRight', contosoRow),
      rightOnOpen: step('ArrowRight', fabrikamRow),
      rightInside: step('ArrowRight', itsLast),
      leftInside: step('ArrowLeft', itsLast),
      leftOnOpen: step('ArrowLeft', fabrikamRow),
      leftOnFolded: step('ArrowLeft', contosoRow),
      leftOnAccount: step('ArrowLeft', 0),
      other: step('ArrowDown', contosoRow),
    }).toEqual({
      rightOnFolded: { kind: 'collapse', tenantKey: contoso.key, collapsed: false },
      rightOnOpen: { kind: 'move', index: 3 },
      rightInside: undefined,
      leftInside: { kind: 'move', index: fabrikamRow },
      leftOnOpen: { kind: 'collapse', tenantKey: fabrikam.key, collapsed: true },
      leftOnFolded: { kind: 'move', index: 0 },
      leftOnAccount: undefined,
      other: undefined,
    });
  });
});

describe('the cursor', () => {
  it('moves within the list, by rows, pages and to its ends', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'a'];
    expect({
      middle: keys.map((key) => moveCursor(key, 50, 100, 10)),
      top: keys.map((key) => moveCursor(key, 0, 100, 10)),
      bottom: keys.map((key) => moveCursor(key, 99, 100, 10)),
    }).toEqual({
      middle: [51, 49, 60, 40, 0, 99, undefined],
      top: [1, 0, 10, 0, 0, 99, undefined],
      bottom: [99, 98, 99, 89, 0, 99, undefined],
    });
  });
});
