import { describe, expect, it } from 'vitest';
import type { CliDefault } from '../../src/shared/azure-cli.ts';
import { cliDefaultAmong, isSignedInHere } from '../../src/shared/azure-cli.ts';
import { formatBytes } from '../../src/shared/format.ts';
import { alice, bob, subscriptionOf } from '../main/core/examples.ts';

const wanted: CliDefault = {
  cloud: 'AzureCloud',
  username: 'Bob@Example.com',
  tenantId: 'red',
  subscriptionId: 'r1',
  displayName: 'Red one',
};
const [alices, bobs] = [subscriptionOf(alice, 'red', 'r1'), subscriptionOf(bob, 'red', 'r1')];

describe('the default of Azure CLI among what is reached here', () => {
  it('is that of the same user, else of whoever reaches it in the same tenant and cloud', () => {
    const accounts = [alice, bob];
    const other = subscriptionOf(bob, 'blue', 'r1');

    expect([
      cliDefaultAmong([alices, bobs], accounts, wanted),
      cliDefaultAmong([alices, other], accounts, wanted),
      cliDefaultAmong([other], accounts, wanted),
      cliDefaultAmong([alices, bobs], accounts, { ...wanted, cloud: 'AzureChinaCloud' }),
    ]).toEqual([bobs, alices, undefined, undefined]);
  });
});

describe('who is signed in to Azure CLI', () => {
  const { username } = bob;

  it.each([
    [{ kind: 'user', cloud: 'AzureCloud', username: username.toUpperCase() }, true],
    [{ kind: 'user', cloud: 'AzureChinaCloud', username }, false],
    [{ kind: 'service-principal', cloud: 'AzureCloud', username }, false],
    [{ kind: 'user', cloud: 'AzureCloud', username: 'carol@example.com' }, false],
  ] as const)('as %j is signed in here: %j', (account, expected) => {
    expect(isSignedInHere([bob], { ...account, subscriptions: 1 })).toBe(expected);
  });
});

describe('a size', () => {
  it.each([
    [0, '1 kB'],
    [14_300, '14 kB'],
    [999_499, '999 kB'],
    [1_250_000, '1.3 MB'],
  ])('of %d bytes is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
