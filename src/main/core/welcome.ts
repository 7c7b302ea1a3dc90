import type { SignInPurpose } from '../../shared/sign-in.ts';
import { accountLabel } from '../../shared/format.ts';
import type { Account } from '../../shared/model.ts';
import { accountKeyOf } from '../../shared/model.ts';
import type { SignedInUser } from './ports/azure.ts';
import type { Store } from './store.ts';

/** Adds or renews the account, and says so if it is not the one that was asked for. */
export function welcome(store: Store, user: SignedInUser, purpose: SignInPurpose): Account {
  const key = accountKeyOf(user.cloud, user.homeAccountId);
  const known = store.state().accounts.find((one) => one.key === key);
  // A tenant knows its guests by other names; those of the first sign-in stay.
  const account: Account = {
    kind: 'user',
    ...user,
    ...known,
    clientId: user.clientId,
    // What tenants said of older sign-ins holds for this one too.
    sessionFacts: user.sessionFacts && {
      ...user.sessionFacts,
      limits: known?.sessionFacts?.limits ?? [],
    },
    key,
    session: { kind: 'active' },
  };
  store.apply({ kind: 'account-signed-in', account });
  store.apply({ kind: 'notice-dismissed', noticeId: anotherAccount });
  if (!isExpected(account, purpose)) {
    const where = known ? 'It was renewed.' : 'It was added beside the others.';
    store.apply({
      kind: 'noticed',
      notice: {
        id: anotherAccount,
        tone: 'warning',
        message: `You signed in as ${accountLabel(account)}, not as ${purpose.username}. ${where}`,
      },
    });
  }
  return account;
}

/** The notice that somebody else came back than was asked for. */
const anotherAccount = 'another-account';

function isExpected({ key, username }: Account, purpose: SignInPurpose): boolean {
  if (purpose.accountKey !== undefined) return key === purpose.accountKey;
  if (purpose.username === undefined) return true;
  return username.toLowerCase() === purpose.username.toLowerCase();
}
