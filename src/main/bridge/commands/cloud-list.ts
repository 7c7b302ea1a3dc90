import { answer, command } from '../command.ts';

export const cloudList = command({
  name: 'cloud list',
  az: true,
  summary: 'List registered clouds.',
  options: {},
  run: async (_values, { store, views }) => answer(views.cloudList(store.state().clouds)),
});
