import type { AppState, VaultStatus } from '../../shared/app-state.ts';
import type { Json } from '../../shared/json.ts';
import type { PointingWords } from '../../shared/pointing-words.ts';
import type { CliAnswer } from './cli-format.ts';

/** `status`: what runs, who is signed in and where it points. */
export function statusAnswer(state: AppState, pointing: PointingWords): CliAnswer {
  const { about, vault, selection, arrangement } = state;
  const chosen = state.subscriptions.find((one) => one.key === selection.defaultSubscriptionKey);
  return {
    value: {
      version: about.version,
      host: about.host,
      cloud: state.clouds.current,
      vault: vaultText(vault),
      accountsLast: vault.kind !== 'memory',
      locked: state.lock.kind === 'locked',
      accounts: state.accounts.map(({ key, username, homeTenantId, session }) => ({
        username,
        nickname: arrangement.labels[key]?.nickname ?? null,
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
      pointing: {
        because: pointing.because,
        context: pointing.context ?? null,
        account: pointing.username ?? null,
        tenantId: pointing.tenantId ?? null,
        subscriptionId: pointing.subscriptionId ?? null,
        problem: pointing.complaint ?? null,
      },
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
