import { command, failure, nothing } from '../command.ts';
import { findContext } from './context-fields.ts';
import { contextNameOption } from './context-option.ts';

export const contextDelete = command({
  name: 'context delete',
  summary: 'Delete a context. What it points at stays.',
  argument: 'name',
  options: {
    name: { ...contextNameOption, required: true },
  },
  async run({ name }, { store, core, views }) {
    const found = findContext(store.state(), name);
    if ('complaint' in found) return failure(found.complaint);
    const { id: contextId } = found.context;
    const done = await core.run('delete-context', { contextId }, 'cli');
    return done.ok ? nothing : failure(views.refusal(done.problem));
  },
});
