import type { Command } from '../command.ts';
import { command, failure, nothing } from '../command.ts';
import { findContext } from './context-fields.ts';
import { contextNameOption } from './context-option.ts';

/** A command that does one thing to the context that it names, and prints nothing. */
export const commandOnContext = (
  { name, summary }: Pick<Command, 'name' | 'summary'>,
  does: 'approve-context' | 'delete-context',
): Command =>
  command({
    name,
    summary,
    argument: 'name',
    options: { name: { ...contextNameOption, required: true } },
    async run(values, { store, core, views }) {
      const found = findContext(store.state(), values.name);
      if ('complaint' in found) return failure(found.complaint);
      const done = await core.run(does, { contextId: found.context.id }, 'cli');
      return done.ok ? nothing : failure(views.refusal(done.problem));
    },
  });
