import type { AppState, IssuedToken } from '../../../src/shared/app-state.ts';
import type { Account } from '../../../src/shared/model.ts';
import type { Problem } from '../../../src/shared/problem.ts';
import { nothingUsed } from '../../../src/shared/usage.ts';
import type { SystemNotification } from '../../../src/main/views/notifications.ts';
import {
  copiedNotification,
  newNotifications,
  problemNotification,
  refusedKeysNotification,
  stillRunningNotification,
} from '../../../src/main/views/notifications.ts';
import {
  alice,
  bob,
  contoso,
  fabrikam,
  production,
  subscription,
  subscriptions,
} from '../../renderer/directory-fixture.ts';
import { states } from '../../renderer/states.ts';

const noon = Date.UTC(2026, 0, 31, 12);

/** So many that the menu folds the tenants. */
const pipelines = [1, 2, 3].map((count) => subscription(fabrikam, 40 + count, `Pipeline ${count}`));

/** Somebody in the middle of their day. */
export function desktop(): AppState {
  const used = (ago: number) => ({ lastAt: noon - ago, weight: 1 });
  const state = states.signedIn();
  return {
    ...state,
    subscriptions: [...subscriptions, ...pipelines],
    arrangement: {
      ...state.arrangement,
      labels: { [contoso.key]: { colour: 'teal' }, [fabrikam.key]: { colour: 'purple' } },
      favourites: [production.key],
    },
    contexts: {
      list: [
        {
          id: 'live',
          name: 'live',
          accountKey: alice.key,
          username: alice.username,
          tenantId: production.tenantId,
          subscriptionId: production.subscriptionId,
          colour: 'red',
          production: true,
          confirm: true,
        },
      ],
      currentId: 'live',
    },
    usage: {
      ...nothingUsed,
      audiences: { graph: used(1), 'key-vault': used(2) },
      tenants: { [fabrikam.key]: used(1) },
      subscriptions: Object.fromEntries(
        subscriptions
          .filter(({ tenantKey }) => tenantKey === fabrikam.key)
          .map(({ key }, index) => [key, used(index)]),
      ),
    },
  };
}

/** Bob has changed his password somewhere else. */
const bobAway: Account = {
  ...bob,
  session: {
    kind: 'ended',
    problem: {
      kind: 'sign-in-again',
      message: 'The password of bob@fabrikam.example was changed. Sign in again.',
      remedy: { kind: 'sign-in', accountKey: bob.key },
    },
  },
};

/** When not all is well. */
export function moods(): readonly { readonly name: string; readonly state: AppState }[] {
  const state = desktop();
  return [
    { name: 'Nobody is signed in', state: states.firstRun() },
    {
      name: 'Locked',
      state: { ...state, lock: { kind: 'locked', why: 'asked', means: ['keyring'] } },
    },
    { name: 'Somebody needs you', state: { ...state, accounts: [alice, bobAway] } },
    { name: 'No network', state: { ...state, online: false } },
  ];
}

const issued: IssuedToken = {
  id: 'one',
  audience: { kind: 'known', id: 'graph' },
  accountKey: alice.key,
  username: alice.username,
  tenantId: production.tenantId,
  subscriptionId: production.subscriptionId,
  scopes: ['https://graph.microsoft.com/.default'],
  issuedAt: noon,
  expiresAt: noon + 71 * 60_000,
};

const stepUp: Problem = {
  kind: 'step-up',
  message: 'Fabrikam wants a second factor. Sign in to this tenant to give it.',
  remedy: { kind: 'sign-in', accountKey: alice.key, tenantId: fabrikam.tenantId },
};

const offline: Problem = {
  kind: 'offline',
  message: 'This computer has no connection to login.microsoftonline.com.',
  remedy: { kind: 'check-network' },
};

const gone: Problem = {
  kind: 'unknown-subscription',
  message: 'That is no longer in the list. Refresh the list and choose again.',
  remedy: { kind: 'refresh' },
};

const noDefault: Problem = {
  kind: 'no-default',
  message: 'There is no default subscription yet.',
  remedy: { kind: 'choose-default' },
};

const locked: Problem = { kind: 'locked', message: 'Azimuth is locked. Unlock it first.' };

const notCopied: Problem = {
  kind: 'clipboard',
  message:
    'On Wayland only the window in front can copy. Copy the token in the window, or install wl-clipboard and start Azimuth again.',
  remedy: { kind: 'retry' },
};

/** Everything that the system is told, one of each kind. */
export function notifications(): readonly SystemNotification[] {
  const state = desktop();
  const later: AppState = {
    ...state,
    notices: [
      {
        id: 'end',
        tone: 'info',
        message:
          'Contoso will want a fresh sign-in from alice@contoso.example at 5:00 PM. Sign in before then, and nothing is interrupted.',
        remedy: { kind: 'sign-in' },
      },
    ],
    confirmations: {
      asked: [
        {
          id: 'question',
          contextId: 'live',
          audience: issued.audience,
          at: noon,
          surface: 'cli',
          program: 'terraform',
          pid: 4_711,
        },
      ],
      granted: [],
    },
  };
  return [
    copiedNotification(state, issued, 'token'),
    copiedNotification(state, issued, 'curl'),
    problemNotification(stepUp, { kind: 'quick-copy' }),
    problemNotification(offline, { kind: 'quick-copy' }),
    problemNotification(noDefault, { kind: 'quick-copy' }),
    problemNotification(gone, { kind: 'quick-copy' }),
    problemNotification(locked, { kind: 'quick-copy' }),
    problemNotification(notCopied, { kind: 'quick-copy' }),
    refusedKeysNotification('copyToken', 'Ctrl+Shift+C'),
    ...newNotifications({ ...state, notices: [] }, later),
    stillRunningNotification(state),
    stillRunningNotification({ background: { trayShown: false } }),
  ];
}
