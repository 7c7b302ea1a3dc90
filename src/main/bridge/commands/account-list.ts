import { answer, command } from '../command.ts';
import { inCurrentCloud } from '../find-subscription.ts';

export const accountList = command({
  name: 'account list',
  az: true,
  summary: 'List the subscriptions that the signed-in accounts reach.',
  options: {
    all: {
      kind: 'flag',
      flags: ['--all'],
      help: "List all subscriptions from all clouds, rather than just 'Enabled' ones.",
    },
    refresh: {
      kind: 'flag',
      flags: ['--refresh'],
      help: 'Retrieve up-to-date subscriptions from Azure first.',
    },
  },
  points: true,
  async run({ all, refresh }, { store, core, views, terminal }) {
    if (refresh) await core.run('refresh', {}, 'cli');
    const state = store.state();
    const here = all ? state.subscriptions : inCurrentCloud(state, state.subscriptions);
    if (here.length === 0) {
      terminal.err('WARNING: Please run "az login" to access your accounts.\n');
    }
    const enabled = here.filter((one) => one.state === 'Enabled');
    if (all || enabled.length === here.length) return answer(views.accountList(state, here));
    terminal.err(
      "WARNING: A few accounts are skipped as they don't have 'Enabled' state. Use '--all' to display them.\n",
    );
    return answer(views.accountList(state, enabled));
  },
});
