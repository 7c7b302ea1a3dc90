import { answer, command, failure } from '../command.ts';
import { findContext } from './context-fields.ts';
import { contextNameOption } from './context-option.ts';

export const contextShow = command({
  name: 'context show',
  summary: 'Show a context, or the one that counts here.',
  argument: 'name',
  options: { name: contextNameOption },
  points: true,
  async run({ name }, { store, views, pointing }) {
    const state = store.state();
    if (name !== undefined) {
      const found = findContext(state, name);
      if ('complaint' in found) return failure(found.complaint);
      return answer(views.context(state, found.context));
    }
    const here = pointing.place?.context;
    return here
      ? answer(views.context(state, here))
      : failure("No context counts here. Choose one with 'azimuth context use'.");
  },
});
