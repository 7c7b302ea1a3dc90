import type { AppState, HandOut } from '../../shared/app-state.ts';
import type { Audience, AudienceId } from '../../shared/audience.ts';
import { audienceIds, audienceLabel } from '../../shared/audience.ts';
import type { TokenTarget } from '../../shared/contract.ts';
import type { Tenant } from '../../shared/model.ts';
import type { MenuLine } from './menu-line.ts';
import { inGroups, shorten } from './menu-line.ts';
import { namedPlace, whereYouPoint } from './where-you-point.ts';

/** What people ask for most often; the other services come after them. */
const favourites: readonly AudienceId[] = ['resource-manager', 'graph'];

const tenantsAtMost = 5;

/** Tokens for the default, then for the tenants that tokens were last handed out for. */
export function tokenLines(state: AppState): readonly MenuLine[] {
  const point = whereYouPoint(state);
  const tenants = lastUsedTenants(state).slice(0, tenantsAtMost);
  const ofDefault =
    point.kind === 'place' ? audienceLines({ kind: 'default' }, point.context?.audience) : [];
  return inGroups(
    ofDefault,
    tenants.map((tenant) => ({
      kind: 'menu',
      label: shorten(tenantName(state, tenant)),
      lines: audienceLines({ kind: 'tenant', tenantKey: tenant.key }),
    })),
  );
}

function tenantName(state: AppState, { accountKey, tenantId }: Tenant): string {
  const { tenant, account } = namedPlace(state, { accountKey, tenantId });
  return `${tenant} · ${account}`;
}

/** Services in the order in which they are wanted, first that of the context itself. */
function audienceLines(target: TokenTarget, own?: Audience): readonly MenuLine[] {
  const line = (audience: Audience): MenuLine => ({
    kind: 'act',
    label: shorten(audienceLabel(audience)),
    act: { kind: 'copy-token', target, audience },
  });
  const isOwn = (id: AudienceId): boolean => own?.kind === 'known' && own.id === id;
  const known = (ids: readonly AudienceId[]): readonly MenuLine[] =>
    ids.filter((id) => !isOwn(id)).map((id) => line({ kind: 'known', id }));
  return inGroups(
    [...(own ? [line(own)] : []), ...known(favourites)],
    known(audienceIds.filter((id) => !favourites.includes(id))),
  );
}

/** The tenants of the record of hand-outs that are still there, the last one first, without that of the default. */
function lastUsedTenants(state: AppState): readonly Tenant[] {
  const { activity, tenants, subscriptions, selection } = state;
  const chosen = subscriptions.find(({ key }) => key === selection.defaultSubscriptionKey);
  const used = activity.flatMap(
    (handOut) => tenants.find((one) => isOf(state, handOut, one)) ?? [],
  );
  return [...new Set(used)].filter(({ key }) => key !== chosen?.tenantKey);
}

const isOf = ({ accounts }: AppState, { tenantId, username }: HandOut, tenant: Tenant): boolean =>
  tenant.tenantId === tenantId &&
  accounts.some((account) => account.key === tenant.accountKey && account.username === username);
