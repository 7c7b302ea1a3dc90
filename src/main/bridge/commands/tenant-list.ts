import { answer, command } from '../command.ts';

export const tenantList = command({
  name: 'account tenant list',
  az: true,
  summary: 'List the tenants that the signed-in accounts are in.',
  options: {},
  async run(_values, { store, views, terminal }) {
    const state = store.state();
    if (state.accounts.length === 0) {
      terminal.err('WARNING: Please run "az login" to access your accounts.\n');
    }
    return answer(views.tenantList(state));
  },
});
