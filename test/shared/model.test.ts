import { expect, test } from 'vitest';
import { parseJson } from '../../src/shared/json.ts';
import { accountKeyOf, subscriptionKeyOf, tenantKeyOf } from '../../src/shared/model.ts';

test('the same subscription through two tenants, of two people or of two clouds is four rows', () => {
  const keys = [
    ['AzureCloud', 'alice', 'red'],
    ['AzureCloud', 'alice', 'blue'],
    ['AzureCloud', 'bob', 'red'],
    ['AzureChinaCloud', 'alice', 'red'],
  ].map(([cloud = '', person = '', tenant = '']) =>
    subscriptionKeyOf(tenantKeyOf(accountKeyOf(cloud, person), tenant), 'one'),
  );

  expect(keys).toEqual([
    'AzureCloud/alice/red/one',
    'AzureCloud/alice/blue/one',
    'AzureCloud/bob/red/one',
    'AzureChinaCloud/alice/red/one',
  ]);
});

test('what is no JSON is nothing, and no exception', () => {
  expect(['{"a":[1]}', '', '{', 'undefined', 'null'].map(parseJson)).toEqual([
    { a: [1] },
    undefined,
    undefined,
    undefined,
    null,
  ]);
});
