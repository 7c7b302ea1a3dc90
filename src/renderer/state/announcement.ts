import type { AppState } from '../../shared/app-state.ts';
import type { BrowserChoice } from '../../shared/sign-in.ts';
import { countOf } from '../../shared/format.ts';

/** What a screen reader should hear when the state goes from one to the next; nothing for most steps. */
export function announcement(before: AppState, after: AppState): string | undefined {
  if (before.lock.kind !== after.lock.kind)
    return after.lock.kind === 'locked' ? 'Azimuth is locked.' : 'Azimuth is unlocked.';
  return (
    signInAnnouncement(before, after) ??
    discoveryAnnouncement(before, after) ??
    tokenAnnouncement(before, after) ??
    defaultAnnouncement(before, after) ??
    orderAnnouncement(before, after)
  );
}

const browserAnnouncements: Readonly<Record<BrowserChoice, string>> = {
  default: 'Your browser is open. Sign in there.',
  private: 'A private window of your browser is open. Sign in there.',
  copy: 'Your sign-in link is ready to be copied. Nothing has been opened.',
};

function signInAnnouncement(before: AppState, after: AppState): string | undefined {
  if (before.signIn.kind === after.signIn.kind) return undefined;
  switch (after.signIn.kind) {
    case 'starting':
      return undefined;
    case 'browser':
      return browserAnnouncements[after.signIn.browser];
    case 'code':
      return `Your code is ${[...after.signIn.userCode].join(' ')}.`;
    case 'failed':
      return `Sign-in did not work. ${after.signIn.problem.message}`;
    case 'idle': {
      const known = new Set(before.accounts.map((account) => account.key));
      const added = after.accounts.find((account) => !known.has(account.key));
      return added === undefined ? undefined : `Signed in as ${added.username}.`;
    }
  }
}

function discoveryAnnouncement(before: AppState, after: AppState): string | undefined {
  if (before.discovery.running === 0 || after.discovery.running > 0) return undefined;
  const subscriptions = countOf(after.subscriptions.length, 'subscription');
  return `List updated: ${subscriptions} in ${countOf(after.tenants.length, 'tenant')}.`;
}

function tokenAnnouncement(before: AppState, after: AppState): string | undefined {
  if (before.clipboard !== after.clipboard && after.clipboard.kind === 'token')
    return 'Token copied to the clipboard.';
  if (before.clipboard !== after.clipboard && after.clipboard.kind === 'snippet')
    return 'Variables copied to the clipboard.';
  if (before.clipboard.kind === 'token' && after.clipboard.kind === 'none')
    return 'The token is no longer on the clipboard.';
  if (before.token === after.token) return undefined;
  switch (after.token.kind) {
    case 'issued':
      return 'Token ready.';
    case 'failed':
      return `No token. ${after.token.problem.message}`;
    case 'none':
    case 'issuing':
      return undefined;
  }
}

function defaultAnnouncement(before: AppState, after: AppState): string | undefined {
  const key = after.selection.defaultSubscriptionKey;
  if (key === undefined || key === before.selection.defaultSubscriptionKey) return undefined;
  const chosen = after.subscriptions.find((subscription) => subscription.key === key);
  return chosen === undefined ? undefined : `${chosen.displayName} is now the default.`;
}

/** A tenant that moves in the list takes the cursor along, which is heard; an account does not. */
function orderAnnouncement(before: AppState, after: AppState): string | undefined {
  const keys = after.accounts.map(({ key }) => key);
  const isMoved = before.accounts.some(({ key }, index) => key !== keys[index]);
  return isMoved && before.accounts.length === keys.length
    ? 'The accounts are in another order.'
    : undefined;
}
