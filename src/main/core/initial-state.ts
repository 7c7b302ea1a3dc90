import type { About, AppState, Settings, VaultStatus } from '../../shared/app-state.ts';

/** The state before anything is remembered. */
export function initialState(about: About, settings: Settings, vault: VaultStatus): AppState {
  return {
    about,
    settings,
    vault,
    accounts: [],
    tenants: [],
    subscriptions: [],
    discovery: { running: 0, tenantsDone: 0, tenantsTotal: 0 },
    selection: {},
    signIn: { kind: 'idle' },
    token: { kind: 'none' },
    clipboard: { kind: 'none' },
    activity: [],
    notices: [],
  };
}
