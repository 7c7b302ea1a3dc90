import { answer, command } from '../command.ts';

export const accountList = command({
  name: 'account list',
  summary: 'List the subscriptions that the signed-in accounts reach.',
  options: {
    all: {
      kind: 'flag',
      flags: ['--all'],
      help: "List all subscriptions, rather than just 'Enabled' ones.",
    },
    refresh: {
      kind: 'flag',
      flags: ['--refresh'],
      help: 'Retrieve up-to-date subscriptions from Azure first.',
    },
  },
  async run({ all, refresh }, { store, core, views, terminal }) {
    if (refresh) await core.run('refresh', {}, 'cli');
    const state = store.state();
    if (state.subscriptions.length === 0) {
      terminal.err('WARNING: Please run "az login" to access your accounts.\n');
    }
    const enabled = state.subscriptions.filter((one) => one.state === 'Enabled');
    if (all || enabled.length === state.subscriptions.length) {
      return answer(views.accountList(state, state.subscriptions));
    }
    terminal.err(
      "WARNING: A few accounts are skipped as they don't have 'Enabled' state. Use '--all' to display them.\n",
    );
    return answer(views.accountList(state, enabled));
  },
});
