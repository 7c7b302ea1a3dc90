import { identifierOf } from './identifier.ts';
import { consumersTenantId } from './personal-accounts.ts';
import type { Subscription, SubscriptionState, Tenant, TenantPolicy, User } from './model.ts';

function tenant(
  displayName: string,
  domain: string,
  countryCode: string,
  policy: TenantPolicy = 'open',
): Tenant {
  return {
    id: identifierOf(`tenant ${domain}`),
    displayName,
    defaultDomain: domain,
    domains: [domain, `${domain.split('.')[0] ?? domain}.onmicrosoft.com`],
    countryCode,
    policy,
  };
}

/** The six tenants of the built-in company; the fictitious names are Microsoft's own. */
export const tenants = {
  /** Home of Adele; the plain case, with a Lighthouse view into Fabrikam. */
  contoso: tenant('Contoso', 'contoso.com', 'US'),
  /** Home of Jürgen. */
  fabrikam: tenant('Fabrikam München', 'fabrikam.com', 'DE'),
  /** Wants multi-factor authentication. */
  tailwind: tenant('Tailwind Traders', 'tailwindtraders.com', 'GB', 'requires-multi-factor'),
  /** Conditional Access blocks everybody. */
  woodgrove: tenant('Woodgrove Bank', 'woodgrovebank.com', 'US', 'blocked'),
  /** Adele is a guest here and sees no subscription. */
  proseware: tenant('Proseware', 'proseware.com', 'SE'),
  /** A name without a Latin letter. */
  northwind: tenant('ノースウィンド商事', 'northwindtraders.com', 'JP'),
} as const;

const t = tenants;

function user(displayName: string, username: string, ...memberOf: readonly Tenant[]): User {
  const home = memberOf[0] ?? t.contoso;
  return {
    id: identifierOf(`user ${username}`),
    displayName,
    username,
    homeTenant: home.id,
    tenants: memberOf.map((each) => each.id),
  };
}

export const users = {
  /** The main user: in all six tenants. The demo signs her in with the browser. */
  adele: user(
    'Adele Vance',
    'adele.vance@contoso.com',
    t.contoso,
    t.fabrikam,
    t.tailwind,
    t.woodgrove,
    t.proseware,
    t.northwind,
  ),
  /** The second user: the demo signs him in with a device code. */
  jurgen: user('Jürgen Groß', 'juergen.gross@fabrikam.com', t.fabrikam, t.contoso, t.northwind),
  /** Sees no subscription anywhere. */
  zoe: user('Zoë Ångström', 'zoe.angstrom@proseware.com', t.proseware),
  /** At home in the tenant that wants multi-factor authentication. */
  minh: user('Nguyễn Minh Anh', 'minh.anh@tailwindtraders.com', t.tailwind),
  /** The account is disabled (AADSTS50057). */
  pradeep: { ...user('Pradeep Gupta', 'pradeep.gupta@contoso.com', t.contoso), disabled: true },
  /** A private person with a Microsoft account, guest in two tenants. */
  mona: {
    id: '00000000-0000-0000-3f0e-1c2b9a4d7e65',
    displayName: 'Mona Kane',
    username: 'mona.kane@outlook.com',
    homeTenant: consumersTenantId,
    tenants: [consumersTenantId, t.contoso.id, t.northwind.id],
  },
} as const satisfies Record<string, User>;

const { adele, jurgen, minh, mona } = users;

function subscription(
  displayName: string,
  key: string,
  home: Tenant,
  people: readonly User[],
  state: SubscriptionState = 'Enabled',
  tags: Readonly<Record<string, string>> = {},
): Subscription {
  return {
    id: identifierOf(`subscription ${key}`),
    displayName,
    state,
    homeTenant: home.id,
    access: { [home.id]: people.map((person) => person.id) },
    tags,
    quotaId: 'EnterpriseAgreement_2014-09-01',
  };
}

const managed = subscription('Fabrikam Managed Operations', 'managed', t.fabrikam, [adele, jurgen]);

export const subscriptions = {
  contosoProduction: subscription(
    'Contoso Production',
    'contoso production',
    t.contoso,
    [adele],
    'Enabled',
    { environment: 'production', 'cost centre': '4711' },
  ),
  contosoDevelopment: subscription('Contoso Development', 'contoso development', t.contoso, [
    adele,
  ]),
  contosoSandbox: subscription(
    'Contoso Sandbox',
    'contoso sandbox',
    t.contoso,
    [adele, mona],
    'Warned',
  ),
  contosoLegacy: subscription(
    'Contoso Legacy Datacenter',
    'contoso legacy',
    t.contoso,
    [adele],
    'Disabled',
  ),
  /** Two users on the same subscription. */
  contosoDataPlatform: subscription('Contoso Data Platform', 'contoso data', t.contoso, [
    adele,
    jurgen,
  ]),
  /** The same name in two tenants. */
  contosoSharedServices: subscription('Shared Services', 'contoso shared', t.contoso, [adele]),
  fabrikamSharedServices: subscription('Shared Services', 'fabrikam shared', t.fabrikam, [
    adele,
    jurgen,
  ]),
  fabrikamProduction: subscription('Fabrikam Production', 'fabrikam production', t.fabrikam, [
    jurgen,
  ]),
  fabrikamTestBench: subscription('Prüfstand Größe 7 – Süd', 'fabrikam bench', t.fabrikam, [
    jurgen,
  ]),
  /** Azure Lighthouse: owned by Fabrikam, also seen by Adele through Contoso. */
  fabrikamManagedOperations: {
    ...managed,
    access: { ...managed.access, [t.contoso.id]: [adele.id] },
  },
  tailwindRetail: subscription('Tailwind Retail', 'tailwind retail', t.tailwind, [adele, minh]),
  tailwindLab: subscription('Tailwind Lab', 'tailwind lab', t.tailwind, [minh]),
  /** Nobody gets there while the tenant is blocked. */
  woodgroveCoreBanking: subscription('Woodgrove Core Banking', 'woodgrove core', t.woodgrove, [
    adele,
  ]),
  /** Seen by none of the users. */
  prosewareStudio: subscription('Proseware Studio', 'proseware studio', t.proseware, []),
  northwindProduction: subscription('本番環境', 'northwind production', t.northwind, [
    adele,
    jurgen,
    mona,
  ]),
  /** The same name twice in one tenant. */
  northwindFirstPayAsYouGo: subscription(
    'Pay-As-You-Go',
    'northwind payg 1',
    t.northwind,
    [adele],
    'PastDue',
  ),
  northwindSecondPayAsYouGo: subscription('Pay-As-You-Go', 'northwind payg 2', t.northwind, [
    adele,
  ]),
} as const satisfies Record<string, Subscription>;
