import { contextNameSchema } from '../../../shared/context.ts';
import { readAudience } from '../audience-word.ts';
import { answer, command, failure } from '../command.ts';
import { colourOf, contextFieldOptions, placeOfWords } from './context-fields.ts';

export const contextCreate = command({
  name: 'context create',
  summary: 'Name a place to point at: the default subscription, or the one that is said.',
  argument: 'name',
  options: {
    name: { kind: 'text', flags: ['--name', '-n'], help: 'Name of the context.', required: true },
    ...contextFieldOptions,
    production: {
      kind: 'flag',
      flags: ['--production'],
      help: 'Mark it as production wherever it is shown.',
    },
    confirm: {
      kind: 'flag',
      flags: ['--confirm'],
      help: 'Ask a person before a token of this production context is handed out.',
    },
  },
  async run({ name, audience, colour, production, confirm, ...words }, { store, core, views }) {
    if (confirm && !production) return failure('usage error: --confirm goes with --production');
    const named = contextNameSchema.safeParse(name);
    if (!named.success) return failure(named.error.issues[0]?.message ?? 'That is no name.');
    const place = placeOfWords(store.state(), words);
    if ('complaint' in place) return failure(place.complaint);
    const service = audience === undefined ? undefined : readAudience(audience);
    if (service && 'complaint' in service) return failure(service.complaint);
    const input = {
      ...place,
      name: named.data,
      audience: service?.audience,
      colour: colour === undefined ? undefined : colourOf(colour),
      production,
      confirm,
    };
    const done = await core.run('create-context', input, 'cli');
    if (!done.ok) return failure(views.refusal(done.problem));
    const created = store.state().contexts.list.find(({ id }) => id === done.value.contextId);
    return created ? answer(views.context(store.state(), created)) : failure('It is gone already.');
  },
});
