import { Field, Select } from '@fluentui/react-components';
import type { TokenTarget } from '../../shared/token-ask.ts';
import { accountLabel } from '../../shared/format.ts';
import { fullName } from '../../shared/label.ts';
import { useCurrentContext } from '../contexts/CurrentContext.tsx';
import { useDefault } from '../default/use-default.ts';
import { tenantsInOrder } from '../../shared/tenant-order.ts';
import { useSlice } from '../state/window-context.ts';
import { targetOf, targetValue } from './target-choice.ts';

interface TargetPickerProps {
  readonly target: TokenTarget;
  readonly onChange: (target: TokenTarget) => void;
}

/** What the token is for: the default, what the panel was opened on, or any tenant. */
export function TargetPicker({ target, onChange }: TargetPickerProps) {
  const accounts = useSlice('accounts');
  const tenants = useSlice('tenants');
  const subscriptions = useSlice('subscriptions');
  const { labels, tenantOrder } = useSlice('arrangement');
  const chosen = useDefault();
  const { list } = useSlice('contexts');
  const current = useCurrentContext();
  const subscription =
    target.kind === 'subscription'
      ? subscriptions.find(({ key }) => key === target.subscriptionKey)
      : undefined;

  return (
    <Field label="For">
      <Select value={targetValue(target)} onChange={(_, { value }) => onChange(targetOf(value))}>
        <option value={targetValue({ kind: 'default' })}>
          {nameOfDefault(chosen?.subscription.displayName, current?.name)}
        </option>
        {list.length > 0 && (
          <optgroup label="Contexts">
            {list.map(({ id: contextId, name }) => (
              <option key={contextId} value={targetValue({ kind: 'context', contextId })}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
        {target.kind === 'subscription' && (
          <option value={targetValue(target)}>
            {subscription?.displayName ?? 'A subscription that is gone'}
          </option>
        )}
        {target.kind === 'any-tenant' && (
          <option value={targetValue(target)}>{target.tenant}</option>
        )}
        {accounts.map((account) => (
          <optgroup
            key={account.key}
            label={`Tenants of ${fullName(labels[account.key], accountLabel(account))}`}
          >
            {tenantsInOrder(account, tenants, tenantOrder).map((tenant) => (
              <option
                key={tenant.key}
                value={targetValue({ kind: 'tenant', tenantKey: tenant.key })}
              >
                {fullName(labels[tenant.key], tenant.displayName || tenant.tenantId)}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}

function nameOfDefault(subscription: string | undefined, context: string | undefined): string {
  const name = subscription ?? context;
  return name === undefined ? 'Default subscription (none chosen)' : `Default: ${name}`;
}
