import { answer, command } from '../command.ts';

export const contextList = command({
  name: 'context list',
  summary: 'List the contexts.',
  options: {},
  async run(_values, { store, views }) {
    const state = store.state();
    return answer(views.contextList(state, state.contexts.list));
  },
});
