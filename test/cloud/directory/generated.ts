import { identifierOf } from './identifier.ts';
import type { Subscription, Tenant, User } from './model.ts';

const companies = [
  'Alpine Ski House',
  'Adatum',
  'Adventure Works',
  'Bellows College',
  'Best For You Organics',
  'Coho Winery',
  'Consolidated Messenger',
  'Fourth Coffee',
  'Graphic Design Institute',
  'Humongous Insurance',
  'Lamna Healthcare',
  'Liberty Delightful',
  'Litware',
  'Lucerne Publishing',
  'Margie’s Travel',
  'Munson’s Pickles',
  'Nod Publishers',
  'Relecloud',
  'School of Fine Art',
  'Southridge Video',
  'Trey Research',
  'VanArsdel',
  'Wide World Importers',
  'Wingtip Toys',
] as const;

const purposes = [
  'Production',
  'Staging',
  'Development',
  'Sandbox',
  'Data Platform',
  'Identity',
  'Connectivity',
  'Management',
  'Analytics',
  'Disaster Recovery',
] as const;

const countries = ['US', 'GB', 'DE', 'FR', 'JP', 'BR', 'IN', 'SE', 'CA', 'AU'] as const;

function pick<T>(from: readonly [T, ...T[]], index: number): T {
  return from[index % from.length] ?? from[0];
}

/** Tenant number `index` (from 0) of the made-up crowd beyond the built-in six. */
export function generatedTenant(index: number): Tenant {
  const company = pick(companies, index);
  const round = Math.floor(index / companies.length) + 1;
  const displayName = round === 1 ? company : `${company} ${round}`;
  const label = displayName.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return {
    id: identifierOf(`generated tenant ${index}`),
    displayName,
    defaultDomain: `${label}.example`,
    domains: [`${label}.example`, `${label}.onmicrosoft.com`],
    countryCode: pick(countries, index),
    policy: 'open',
  };
}

/** Its subscriptions, all seen by `owner`. */
export function generatedSubscriptions(
  tenant: Tenant,
  owner: User,
  count: number,
): readonly Subscription[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / purposes.length) + 1;
    const name = `${tenant.displayName} ${pick(purposes, index)}`;
    return {
      id: identifierOf(`generated subscription ${tenant.id} ${index}`),
      displayName: round === 1 ? name : `${name} ${round}`,
      state: 'Enabled',
      homeTenant: tenant.id,
      access: { [tenant.id]: [owner.id] },
      tags: {},
      quotaId: 'PayAsYouGo_2014-09-01',
    } satisfies Subscription;
  });
}
