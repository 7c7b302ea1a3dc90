import type { CopyTarget, RemedyStep } from '../problem/remedy.ts';
import type { Place } from '../contexts/use-place.ts';
import { remedyStep } from '../problem/remedy.ts';
import type { Tenant } from '../../shared/model.ts';
import type { TokenTarget } from '../../shared/token-ask.ts';
import type { Labelled } from '../labels/labelling.ts';
import type { Row } from './directory-index.ts';
import type { Orderable, OrderStep } from './order-step.ts';
import { orderStep } from './order-step.ts';

/** One line of a row's menu. */
export type RowAction =
  | { readonly kind: 'choose-default'; readonly label: string; readonly subscriptionKey: string }
  | {
      readonly kind: 'favourite';
      readonly label: string;
      readonly subscriptionKey: string;
      readonly favourite: boolean;
    }
  | { readonly kind: 'get-token'; readonly label: string; readonly target: TokenTarget }
  | {
      readonly kind: 'copy';
      readonly label: string;
      readonly of: CopyTarget;
      readonly what: string;
    }
  | { readonly kind: 'open-portal'; readonly label: string; readonly subscriptionKey: string }
  | { readonly kind: 'new-context'; readonly label: string; readonly place: Place }
  | { readonly kind: 'remedy'; readonly label: string; readonly step: RemedyStep }
  | { readonly kind: 'label'; readonly label: string; readonly of: Labelled }
  | {
      readonly kind: 'order';
      readonly label: string;
      /** The keys that do the same in the list. */
      readonly keys: string;
      readonly step: OrderStep;
    };

/** What can be done with a row, in the order of its menu. */
export function rowActions(
  row: Row,
  defaultKey: string | undefined,
  orderable: Orderable,
): readonly RowAction[] {
  switch (row.kind) {
    case 'account':
      return [
        {
          kind: 'remedy',
          label: 'Refresh this account',
          step: {
            kind: 'refresh',
            label: 'Refresh',
            input: { accountKey: row.account.key },
          },
        },
        labelAction({ kind: 'account', key: row.account.key }),
        ...orderActions(row, orderable),
      ];
    case 'subscription':
      return subscriptionActions(row.key, row.tenant, {
        isDefault: row.key === defaultKey,
        isFavourite: orderable.arrangement.favourites.includes(row.key),
      });
    case 'tenant':
    case 'unread':
    case 'loading':
    case 'empty':
    case 'problem':
      return [
        ...problemActions(row.tenant),
        ...tenantActions(row.tenant),
        labelAction({ kind: 'tenant', key: row.tenant.key }),
        ...orderActions(row, orderable),
      ];
  }
}

function subscriptionActions(
  subscriptionKey: string,
  tenant: Tenant,
  { isDefault, isFavourite }: { readonly isDefault: boolean; readonly isFavourite: boolean },
): readonly RowAction[] {
  const choose: readonly RowAction[] = isDefault
    ? []
    : [{ kind: 'choose-default', label: 'Set as default', subscriptionKey }];
  return [
    ...choose,
    {
      kind: 'get-token',
      label: 'Get token…',
      target: { kind: 'subscription', subscriptionKey },
    },
    {
      kind: 'copy',
      label: 'Copy subscription ID',
      of: { kind: 'subscription-id', subscriptionKey },
      what: 'Subscription ID',
    },
    {
      kind: 'copy',
      label: 'Copy name',
      of: { kind: 'subscription-name', subscriptionKey },
      what: 'Name',
    },
    copyTenantId(tenant),
    {
      kind: 'favourite',
      label: isFavourite ? 'Remove from favourites' : 'Add to favourites',
      subscriptionKey,
      favourite: !isFavourite,
    },
    newContext(tenant, subscriptionKey.slice(tenant.key.length + 1)),
    { kind: 'open-portal', label: 'Open in portal', subscriptionKey },
  ];
}

function tenantActions(tenant: Tenant): readonly RowAction[] {
  return [
    { kind: 'get-token', label: 'Get token…', target: { kind: 'tenant', tenantKey: tenant.key } },
    copyTenantId(tenant),
    newContext(tenant, undefined),
    {
      kind: 'remedy',
      label: 'Refresh this tenant',
      step: {
        kind: 'refresh',
        label: 'Refresh',
        input: { accountKey: tenant.accountKey, tenantKey: tenant.key },
      },
    },
  ];
}

function labelAction(of: Labelled): RowAction {
  return { kind: 'label', label: 'Nickname and colour…', of };
}

function orderActions(row: Row, orderable: Orderable): readonly RowAction[] {
  const action = (way: 'up' | 'down', label: string, keys: string): readonly RowAction[] => {
    const step = orderStep(row, way, orderable);
    return step === undefined ? [] : [{ kind: 'order', label, keys, step }];
  };
  return [...action('up', 'Move up', 'Alt+↑'), ...action('down', 'Move down', 'Alt+↓')];
}

/** The step that a failed tenant's remedy is, where there is one. */
export function tenantStep(tenant: Tenant, retry: () => void): RemedyStep | undefined {
  if (tenant.status.kind !== 'failed') return undefined;
  return remedyStep(tenant.status.problem, {
    accountKey: tenant.accountKey,
    tenantKey: tenant.key,
    copy: { kind: 'tenant-problem', tenantKey: tenant.key },
    retry,
  });
}

function problemActions(tenant: Tenant): readonly RowAction[] {
  if (tenant.status.kind !== 'failed') return [];
  const step = tenantStep(tenant, () => undefined);
  const copy: RowAction = {
    kind: 'copy',
    label: 'Copy details of the problem',
    of: { kind: 'tenant-problem', tenantKey: tenant.key },
    what: 'Details',
  };
  if (step === undefined || step.kind === 'copy' || step.kind === 'retry') return [copy];
  return [{ kind: 'remedy', label: step.label, step }, copy];
}

function copyTenantId(tenant: Tenant): RowAction {
  return {
    kind: 'copy',
    label: 'Copy tenant ID',
    of: { kind: 'tenant-id', tenantKey: tenant.key },
    what: 'Tenant ID',
  };
}

const newContext = (
  { accountKey, tenantId }: Tenant,
  subscriptionId: string | undefined,
): RowAction => ({
  kind: 'new-context',
  label: 'New context…',
  place: { accountKey, tenantId, subscriptionId },
});
