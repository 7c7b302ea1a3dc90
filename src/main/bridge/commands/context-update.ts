import type { Audience } from '../../../shared/audience.ts';
import { readAudience } from '../audience-word.ts';
import { answer, command, failure } from '../command.ts';
import { colourOf, contextFieldOptions, findContext, placeOfWords } from './context-fields.ts';

const yesOrNo = ['true', 'false'];
import { contextNameOption } from './context-option.ts';

export const contextUpdate = command({
  name: 'context update',
  summary: 'Change a context. What is not said stays; none takes the colour or the audience away.',
  argument: 'name',
  options: {
    name: { ...contextNameOption, required: true },
    newName: { kind: 'text', flags: ['--new-name'], help: 'What it is called from now on.' },
    ...contextFieldOptions,
    colour: {
      kind: 'text',
      flags: ['--colour', '--color'],
      help: 'Colour, or none for no colour.',
    },
    production: {
      kind: 'text',
      flags: ['--production'],
      help: 'Whether it is marked as production.',
      choices: yesOrNo,
    },
    confirm: {
      kind: 'text',
      flags: ['--confirm'],
      help: 'Whether a person is asked before a token of a production context is handed out.',
      choices: yesOrNo,
    },
  },
  async run(values, { store, core, views }) {
    const { name, newName, audience, colour, production, confirm } = values;
    const { subscription, tenant, username } = values;
    const words = { subscription, tenant, username };
    const found = findContext(store.state(), name);
    if ('complaint' in found) return failure(found.complaint);
    const { id: contextId, ...before } = found.context;
    const moves = Object.values(words).some((word) => word !== undefined);
    const place = moves ? placeOfWords(store.state(), words) : before;
    if ('complaint' in place) return failure(place.complaint);
    const chosen = colour === undefined ? before.colour : colourOf(colour);
    if (colour !== undefined && colour !== 'none' && chosen === undefined) {
      const { choices } = contextFieldOptions.colour;
      return failure(`'${colour}' is no colour. Choose one of: ${choices.join(', ')}, none.`);
    }
    const service = audienceAfter(audience, before.audience);
    if ('complaint' in service) return failure(service.complaint);
    const input = {
      contextId,
      name: newName ?? before.name,
      accountKey: place.accountKey,
      tenantId: place.tenantId,
      subscriptionId: place.subscriptionId,
      audience: service.audience,
      colour: chosen,
      production: production === undefined ? before.production : production === 'true',
      confirm: confirm === undefined ? before.confirm : confirm === 'true',
    };
    const done = await core.run('change-context', input, 'cli');
    if (!done.ok) return failure(views.refusal(done.problem));
    const after = store.state().contexts.list.find(({ id }) => id === contextId);
    return after ? answer(views.context(store.state(), after)) : failure('It is gone already.');
  },
});

function audienceAfter(word: string | undefined, before: Audience | undefined) {
  if (word === undefined) return { audience: before };
  return word === 'none' ? { audience: undefined } : readAudience(word);
}
