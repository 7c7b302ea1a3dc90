import { expect, it } from 'vitest';
import { resolveLink } from '../../src/renderer/links/resolve-link.ts';
import { alice, bob, bobHome, contoso, production, subscriptions } from './directory-fixture.ts';
import { states } from './states.ts';

const state = states.contexts();
const [, development] = subscriptions;
const where = (place: Parameters<typeof resolveLink>[1]) => {
  const found = resolveLink(state, place);
  return found.kind === 'found' ? [found.target, found.production] : found.message;
};

it('a link leads to the one place that it names, marked where that is production', () => {
  expect([
    where({ subscription: development?.subscriptionId.toUpperCase() }),
    where({ subscription: production.subscriptionId, tenant: 'CONTOSO.example' }),
    where({ tenant: bobHome.tenantId }),
    where({ context: 'Contoso-Production' }),
  ]).toEqual([
    [{ kind: 'subscription', subscriptionKey: development?.key }, false],
    [{ kind: 'subscription', subscriptionKey: production.key }, true],
    [{ kind: 'tenant', tenantKey: bobHome.key }, false],
    [{ kind: 'context', contextId: 'context-1' }, true],
  ]);
});

it('a link to several places has to name an account or a tenant; none is chosen for the person', () => {
  const several = { subscription: production.subscriptionId };

  expect([
    where(several),
    where({ ...several, account: bob.username }),
    where({ ...several, account: 'somebody@else.example' }),
    where({ tenant: contoso.defaultDomain, subscription: bob.homeTenantId }),
  ]).toEqual([
    'Several accounts or tenants reach what this link names. It has to name one.',
    [{ kind: 'subscription', subscriptionKey: expect.stringContaining(bobHome.key) }, false],
    'This link leads to nothing that you reach.',
    'This link leads to nothing that you reach.',
  ]);
});

it('a link to a context leads nowhere while its account is signed out or its subscription is not in the list', () => {
  const without = (slice: Partial<typeof state>) =>
    resolveLink({ ...state, ...slice }, { context: 'Contoso-Production' });

  expect([without({ accounts: [] }), without({ subscriptions: [] })]).toEqual([
    {
      kind: 'not-found',
      message: `This link names a context of ${alice.username}, who is not signed in.`,
    },
    {
      kind: 'not-found',
      message: 'This link names a context whose subscription is not in the list.',
    },
  ]);
});
