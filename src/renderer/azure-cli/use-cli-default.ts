import { cliDefaultAmong } from '../../shared/azure-cli.ts';
import type { Subscription } from '../../shared/model.ts';
import { useSlice } from '../state/window-context.ts';

/** Where Azure CLI points, if that is in the list here. */
export function useCliDefault(): Subscription | undefined {
  const azureCli = useSlice('azureCli');
  const subscriptions = useSlice('subscriptions');
  const accounts = useSlice('accounts');
  if (azureCli.kind !== 'read' || azureCli.profile.kind !== 'accounts') return undefined;
  const { default: wanted } = azureCli.profile;
  return wanted && cliDefaultAmong(subscriptions, accounts, wanted);
}
