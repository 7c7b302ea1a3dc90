import type { AppState, VaultStatus } from '../../shared/app-state.ts';
import type { Json } from '../../shared/json.ts';
import type { CliAnswer } from './cli-format.ts';

/** `status`: what runs, who is signed in and where it points. */
export function statusAnswer(state: AppState): CliAnswer {
  const { about, vault, selection } = state;
  const chosen = state.subscriptions.find((one) => one.key === selection.defaultSubscriptionKey);
  return {
    value: {
      version: about.version,
      host: about.host,
      cloud: state.clouds.current,
      vault: vaultText(vault),
      locked: state.lock.kind === 'locked',
      accounts: state.accounts.map(({ username, homeTenantId, session }) => ({
        username,
        homeTenantId,
        session: session.kind,
      })),
      tenants: state.tenants.length,
      subscriptions: state.subscriptions.length,
      discovering: state.discovery.running > 0,
      defaultSubscription: chosen
        ? { id: chosen.subscriptionId, name: chosen.displayName, tenantId: chosen.tenantId }
        : null,
      lostDefault: lostDefault(state),
    },
  };
}

function vaultText(vault: VaultStatus): string {
  switch (vault.kind) {
    case 'sealed':
      return `sealed by ${vault.by}`;
    case 'memory':
      return `memory only: ${vault.reason}`;
    case 'locked':
      return 'sealed by your passphrase, not yet opened';
  }
}

function lostDefault({ selection: { lost } }: AppState): Json {
  return lost ? { id: lost.subscriptionId, name: lost.displayName } : null;
}
