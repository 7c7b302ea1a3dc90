import { azureCliUser } from '../../../shared/azure-cli-user.ts';
import { command, failure, nothing } from '../command.ts';
import { defaultSubscription } from '../find-subscription.ts';

export const logout = command({
  name: 'logout',
  az: true,
  summary: 'Sign out of one account: the one named, or that of the default subscription.',
  options: {
    username: {
      kind: 'text',
      flags: ['--username', '-u'],
      help: 'Account to sign out of; if missing, the account of the default subscription.',
    },
    all: { kind: 'flag', flags: ['--all'], help: 'Sign out of all accounts.' },
  },
  async run({ username, all }, { store, core, views }) {
    const state = store.state();
    if (all) {
      const done = await core.run('sign-out-all', {}, 'cli');
      return done.ok ? nothing : failure(views.refusal(done.problem));
    }
    const [only, ...others] = state.accounts;
    const chosenKey =
      defaultSubscription(state)?.accountKey ?? (others.length === 0 ? only?.key : undefined);
    const leaving = state.accounts.filter((one) =>
      username === undefined
        ? one.key === chosenKey
        : [one.username, azureCliUser(one).name].some(
            (name) => name.toLowerCase() === username.toLowerCase(),
          ),
    );
    if (leaving.length === 0) return failure(nobody(username, state.accounts.length));
    for (const { key: accountKey } of leaving) {
      const done = await core.run('sign-out', { accountKey }, 'cli');
      if (!done.ok) return failure(views.refusal(done.problem));
    }
    return nothing;
  },
});

function nobody(username: string | undefined, accounts: number): string {
  if (accounts === 0) return 'There are no active accounts.';
  if (username !== undefined) return `The account '${username}' is not signed in.`;
  return 'Several accounts are signed in. Say which one with --username, or all with --all.';
}
