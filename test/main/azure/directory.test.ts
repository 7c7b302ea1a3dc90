import { describe, expect, test } from 'vitest';
import { createArmHttpClient } from '../../../src/main/azure/arm-http-client.ts';
import { createDirectory } from '../../../src/main/azure/directory.ts';
import { systemClock } from '../../../src/main/system-clock.ts';
import { publicCloud } from '../../../src/shared/cloud.ts';
import { alice } from '../core/examples.ts';
import { createFakeIdentity } from '../core/fakes.ts';

const never = new AbortController().signal;

/** The real SDK before a Resource Manager that answers with these, one after the other, and notes who was given a token. */
function answering(...bodies: readonly unknown[]) {
  const left = [...bodies];
  const trusted: string[] = [];
  const httpClient = createArmHttpClient(async (address, init) => {
    if (new Headers(init?.headers).has('authorization')) trusted.push(new URL(address).origin);
    return Response.json(left.shift());
  });
  const identity = createFakeIdentity(systemClock);
  const directory = createDirectory(() => [publicCloud], identity, httpClient);
  return {
    tenants: () => directory.tenants(alice, never),
    subscriptions: () => directory.subscriptions(alice, 'red', never),
    trusted,
  };
}

const red = { tenantId: 'red', displayName: 'Red', defaultDomain: 'red.example' };
const r1 = { subscriptionId: 'r1', displayName: 'One', state: 'Warned', tenantId: 'red' };

describe('what Resource Manager says', () => {
  test('is told in our words, with what stands in for what it leaves out', async () => {
    const { tenants, subscriptions } = answering(
      { value: [red, { tenantId: 'blue', displayName: null, tenantType: 'AAD' }] },
      {
        value: [
          { ...r1, managedByTenants: [{ tenantId: 'blue' }, {}] },
          { subscriptionId: 'r2', displayName: '', state: 'Unheard-of', managedByTenants: null },
        ],
      },
    );

    expect([await tenants(), await subscriptions()]).toEqual([
      {
        ok: true,
        value: [red, { tenantId: 'blue', displayName: 'blue', defaultDomain: '' }],
      },
      {
        ok: true,
        value: [
          {
            subscriptionId: 'r1',
            displayName: 'One',
            state: 'Warned',
            managedByTenantIds: ['blue'],
            homeTenantId: 'red',
          },
          { subscriptionId: 'r2', displayName: 'r2', state: 'Enabled', managedByTenantIds: [] },
        ],
      },
    ]);
  });

  test('is named by its letters alone: no name turns the writing of a menu round or breaks its line', async () => {
    const { tenants, subscriptions } = answering(
      { value: [{ ...red, displayName: '\u202Eder', defaultDomain: 'red.example\n' }] },
      {
        value: [r1, { ...r1, displayName: '\u2067Line\nbreak' }, { ...r1, displayName: '\u202E ' }],
      },
    );
    const names = async (listed: typeof tenants | typeof subscriptions) => {
      const found = await listed();
      return found.ok ? found.value.map(({ displayName }) => displayName) : found.problem;
    };

    expect([await names(tenants), await names(subscriptions)]).toEqual([
      ['der'],
      ['One', 'Line break', 'r1'],
    ]);
  });

  test.each([
    ['nothing', {}],
    ['an empty id', { tenantId: '', subscriptionId: '' }],
    ['a number for an id', { tenantId: 7, subscriptionId: 8 }],
    ['a number for a name', { ...red, ...r1, displayName: 9 }],
  ])('is not believed where an item is %s: no list is shorter for it', async (_what, item) => {
    const { tenants, subscriptions } = answering({ value: [red, item] }, { value: [r1, item] });
    const problem = {
      kind: 'unexpected-answer',
      message: expect.stringContaining("a list that Azimuth can't read") as string,
      detail: expect.stringMatching(/^management\.azure\.com: 1\./) as string,
    };

    expect([await tenants(), await subscriptions()]).toMatchObject([
      { ok: false, problem },
      { ok: false, problem },
    ]);
  });
});

test.each([
  'https://evil.example/subscriptions?page=2',
  'https://management.azure.com.evil.example/',
])('a next page at %s is refused, and no token goes there', async (nextLink) => {
  const { subscriptions, trusted } = answering({ value: [r1], nextLink }, { value: [] });
  const { host } = new URL(nextLink);

  expect([await subscriptions(), trusted]).toMatchObject([
    {
      ok: false,
      problem: { kind: 'unexpected-answer', message: expect.stringContaining(host) as string },
    },
    [new URL(publicCloud.resourceManager).origin],
  ]);
});

test('a next page at Resource Manager itself is read', async () => {
  const nextLink = `${publicCloud.resourceManager}/subscriptions?page=2`;
  const { subscriptions } = answering({ value: [r1], nextLink }, { value: [r1] });

  expect(await subscriptions()).toMatchObject({ ok: true, value: [{}, {}] });
});
