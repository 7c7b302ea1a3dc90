import type { AppState } from '../../shared/app-state.ts';
import type { Audience, AudienceId } from '../../shared/audience.ts';
import { audienceIds, audienceLabel } from '../../shared/audience.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import type { Tenant } from '../../shared/model.ts';
import { audienceKey, audienceOfKey, byUse } from '../../shared/usage.ts';
import type { MenuLine } from './menu-line.ts';
import { inGroups, shorten } from './menu-line.ts';
import { namedPlace, whereYouPoint } from './where-you-point.ts';

/** How many services come before all the others: those of the person, filled up with what people ask for most often. */
const favouritesAtMost = 4;
const usual: readonly AudienceId[] = ['resource-manager', 'graph'];
const known: readonly Audience[] = [
  ...usual,
  ...audienceIds.filter((id) => !usual.includes(id)),
].map((id) => ({ kind: 'known', id }));

const tenantsAtMost = 5;

/** Tokens for the default, then for the tenants that are used most. */
export function tokenLines(state: AppState): readonly MenuLine[] {
  const point = whereYouPoint(state);
  const tenants = usedTenants(state).slice(0, tenantsAtMost);
  const ofDefault =
    point.kind === 'place'
      ? audienceLines(state, { kind: 'default' }, point.context?.audience)
      : [];
  return inGroups(
    ofDefault,
    tenants.map((tenant) => ({
      kind: 'menu',
      label: shorten(tenantName(state, tenant)),
      lines: audienceLines(state, { kind: 'tenant', tenantKey: tenant.key }),
    })),
  );
}

function tenantName(state: AppState, { accountKey, tenantId }: Tenant): string {
  const { tenant, account } = namedPlace(state, { accountKey, tenantId });
  return `${tenant} · ${account}`;
}

/**
 * Services in the order in which they are wanted: that of the context itself, the favourites, which may be others than the
 * known ones, and the rest of those.
 */
function audienceLines(
  { usage }: AppState,
  target: TokenTarget,
  own?: Audience,
): readonly MenuLine[] {
  const others = Object.keys(usage.audiences)
    .map(audienceOfKey)
    .filter((audience) => audience !== undefined && audience.kind !== 'known');
  const ranked = byUse([...known, ...others], usage.audiences, audienceKey);
  const count = ranked.filter((audience) => audienceKey(audience) in usage.audiences).length;
  const first = ranked.slice(0, Math.min(favouritesAtMost, Math.max(count, usual.length)));
  const ownKey = own && audienceKey(own);
  const isOther = (audience: Audience): boolean => audienceKey(audience) !== ownKey;
  const groups = [
    [...(own ? [own] : []), ...first.filter(isOther)],
    known.filter((audience) => !first.includes(audience) && isOther(audience)),
  ];
  return inGroups(
    ...groups.map((group) =>
      group.map((audience): MenuLine => ({
        kind: 'act',
        label: shorten(audienceLabel(audience)),
        act: { kind: 'copy-token', target, audience },
      })),
    ),
  );
}

/** The tenants that anything was used in, without that of the default. */
function usedTenants({ tenants, usage, subscriptions, selection }: AppState): readonly Tenant[] {
  const chosen = subscriptions.find(({ key }) => key === selection.defaultSubscriptionKey);
  const used = tenants.filter(({ key }) => key in usage.tenants && key !== chosen?.tenantKey);
  return byUse(used, usage.tenants, ({ key }) => key);
}
