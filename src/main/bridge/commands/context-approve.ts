import { command, failure, nothing } from '../command.ts';
import { findContext } from './context-fields.ts';
import { contextNameOption } from './context-option.ts';

export const contextApprove = command({
  name: 'context approve',
  summary: 'Let a production context hand out tokens for 15 minutes without being asked.',
  argument: 'name',
  options: {
    name: { ...contextNameOption, required: true },
  },
  async run({ name }, { store, core, views }) {
    const found = findContext(store.state(), name);
    if ('complaint' in found) return failure(found.complaint);
    const { id: contextId } = found.context;
    const done = await core.run('approve-context', { contextId }, 'cli');
    return done.ok ? nothing : failure(views.refusal(done.problem));
  },
});
