import { shown } from '../../core/shown-store.ts';
import { answer, command } from '../command.ts';

export const status = command({
  name: 'status',
  summary: 'Show what runs, who is signed in, and where the default points.',
  options: {},
  whileLocked: true,
  run: async (_values, { store, views }) => answer(views.status(shown(store.state()))),
});
