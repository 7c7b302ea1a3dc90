import type { About, AppState, Lock, VaultStatus } from '../../shared/app-state.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Clouds } from '../../shared/cloud.ts';
import { nothingUsed } from '../../shared/usage.ts';
import { nothingArranged } from './arrangement.ts';

/** What is known before anybody signs in; also what a locked app shows of those who did. */
export const nobody = {
  accounts: [],
  tenants: [],
  subscriptions: [],
  discovery: { running: 0, tenantsDone: 0, tenantsTotal: 0 },
  selection: {},
  contexts: { list: [] },
  confirmations: { asked: [], granted: [] },
  arrangement: nothingArranged,
  usage: nothingUsed,
  signIn: { kind: 'idle' },
  token: { kind: 'none' },
  clipboard: { kind: 'none' },
  activity: [],
  grants: [],
  notices: [],
  azureCli: { kind: 'unread' },
} as const satisfies Partial<AppState>;

/** The state before anything is remembered. */
export function initialState(
  about: About,
  clouds: Clouds,
  settings: Settings,
  vault: VaultStatus,
  lock: Lock = { kind: 'open', means: [] },
): AppState {
  return {
    ...nobody,
    about,
    clouds,
    endpoint: { kind: 'off' },
    settings,
    vault,
    lock,
    online: true,
    background: { trayShown: false },
    wanted: { palette: false },
  };
}
