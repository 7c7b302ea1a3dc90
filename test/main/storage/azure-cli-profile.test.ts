import { describe, expect, it } from 'vitest';
import { pointAt, readAccounts } from '../../../src/main/storage/azure-cli-profile.ts';
import { bob } from '../core/examples.ts';
import { adele, adelesDefault, contoso, entry, fabrikam, guid } from './azure-cli-fixture.ts';

describe('who is in the profile of Azure CLI', () => {
  it('is told with how much they reach, where they sign in, and the default', () => {
    const found = readAccounts({
      subscriptions: [
        entry({ id: guid(1), name: '\u202ESubscription 1\n', isDefault: true }),
        entry({ id: guid(2) }),
        entry({
          id: guid(3),
          user: { name: guid(9), type: 'servicePrincipal' },
          tenantId: fabrikam,
        }),
      ],
    });

    expect(found).toEqual({
      kind: 'accounts',
      accounts: [
        { kind: 'user', cloud: 'AzureCloud', username: adele, tenantId: contoso, subscriptions: 2 },
        {
          kind: 'service-principal',
          cloud: 'AzureCloud',
          username: guid(9),
          tenantId: fabrikam,
          subscriptions: 1,
        },
      ],
      default: {
        cloud: 'AzureCloud',
        username: adele,
        tenantId: contoso,
        subscriptionId: guid(1),
        displayName: 'Subscription 1',
      },
    });
  });

  it.each([
    ['the tenant of their domain', { tenantDefaultDomain: 'contoso.com' }, contoso],
    ['no tenant where none has their domain', {}, undefined],
  ])('signs in a user of several tenants at %s', (_, domain, tenantId) => {
    const found = readAccounts({
      subscriptions: [
        entry({ id: guid(1), tenantId: fabrikam, tenantDefaultDomain: 'fabrikam.com' }),
        entry({ id: guid(2), ...domain }),
      ],
    });

    expect(found).toMatchObject({ kind: 'accounts', accounts: [{ username: adele }] });
    expect(found.kind === 'accounts' && found.accounts[0]?.tenantId).toBe(tenantId);
  });

  it('has no subscription in a tenant that Azure CLI knows without one', () => {
    const found = readAccounts({
      subscriptions: [entry({ id: contoso, name: 'N/A(tenant level account)', isDefault: true })],
    });

    expect(found).toEqual({
      kind: 'accounts',
      accounts: [
        { kind: 'user', cloud: 'AzureCloud', username: adele, tenantId: contoso, subscriptions: 0 },
      ],
    });
  });

  it.each([
    ['nothing', {}],
    ['null', { subscriptions: null }],
    ['an empty list', { subscriptions: [] }],
    ['entries of another shape', { subscriptions: [7, null, { id: guid(1) }, [entry({})]] }],
    ['a name longer than any', { subscriptions: [entry({ user: { name: 'a'.repeat(321) } })] }],
    ['a tenant that is none', { subscriptions: [entry({ tenantId: 'https://elsewhere' })] }],
    [
      'identities of the machine',
      {
        subscriptions: [
          entry({ user: { name: 'systemAssignedIdentity', type: 'servicePrincipal' } }),
          entry({ user: { name: adele, type: 'user', cloudShellID: true } }),
        ],
      },
    ],
  ])('is nobody where it holds %s', (_, document) => {
    expect(readAccounts(document)).toEqual({ kind: 'none' });
  });
});

describe('pointing the profile', () => {
  const [one, two] = [entry({ id: guid(1), isDefault: true }), entry({ id: guid(2), extra: [1] })];

  it('moves isDefault and nothing else', () => {
    const document = { installationId: 'x', subscriptions: [one, two, 'odd'], later: { a: 1 } };

    expect(pointAt(document, adelesDefault(guid(2).toUpperCase()), true)).toEqual({
      document: {
        installationId: 'x',
        subscriptions: [{ ...one, isDefault: false }, { ...two, isDefault: true }, 'odd'],
        later: { a: 1 },
      },
      username: adele,
    });
  });

  it('adds an entry as Azure CLI writes it where there is none', () => {
    const { document } = pointAt({ subscriptions: [one] }, adelesDefault(guid(7)), true);

    expect(document.subscriptions).toEqual([
      { ...one, isDefault: false },
      {
        id: guid(7),
        name: 'Subscription 7',
        state: 'Enabled',
        user: { name: adele, type: 'user' },
        isDefault: true,
        tenantId: contoso,
        environmentName: 'AzureCloud',
        homeTenantId: fabrikam,
        tenantDefaultDomain: 'contoso.com',
        tenantDisplayName: 'Contoso',
        managedByTenants: [{ tenantId: contoso }],
      },
    ]);
  });

  it('leaves an entry with the user that Azure CLI has for it', () => {
    const asBob = { ...adelesDefault(guid(2)), account: bob };

    expect(pointAt({ subscriptions: [one, two] }, asBob, true)).toEqual({
      document: {
        subscriptions: [
          { ...one, isDefault: false },
          { ...two, isDefault: true },
        ],
      },
      username: adele,
    });
  });

  it('lets the default of another cloud stay, but has the entry wait', () => {
    const elsewhere = entry({ id: guid(5), environmentName: 'AzureChinaCloud', isDefault: true });
    const { document } = pointAt({ subscriptions: [elsewhere] }, adelesDefault(guid(7)), false);

    expect(document.subscriptions).toEqual([
      elsewhere,
      expect.objectContaining({ id: guid(7), isDefault: false }),
    ]);
  });

  it('changes nothing where it points already', () => {
    const document = { subscriptions: [one, two] };

    expect(pointAt(document, adelesDefault(guid(1)), true).document).toEqual(document);
  });
});
