import { answer, command } from '../command.ts';

export const status = command({
  name: 'status',
  summary: 'Show what runs, who is signed in, and where the default points.',
  options: {},
  run: async (_values, { store, views }) => answer(views.status(store.state())),
});
