import { answer, command, failure } from '../command.ts';
import { warnIfElsewhere } from '../warn-if-elsewhere.ts';
import { findContext } from './context-fields.ts';
import { contextNameOption } from './context-option.ts';

export const contextUse = command({
  name: 'context use',
  summary: 'Make a context the default of all shells; - is the one before.',
  argument: 'name',
  options: {
    name: { ...contextNameOption, help: 'Name of the context, or -.', required: true },
  },
  async run({ name }, context) {
    const { store, core, views } = context;
    const { list, previousId } = store.state().contexts;
    const before = list.find(({ id }) => id === previousId);
    if (name === '-' && !before) return failure('There is no context before this one.');
    const found = name === '-' && before ? { context: before } : findContext(store.state(), name);
    if ('complaint' in found) return failure(found.complaint);
    const { id: contextId } = found.context;
    const done = await core.run('use-context', { contextId }, 'cli');
    if (!done.ok) return failure(views.refusal(done.problem));
    await warnIfElsewhere(context);
    return answer(views.context(store.state(), found.context));
  },
});
