import type { Grant } from '../../../shared/grant.ts';
import { answer, command, failure, nothing } from '../command.ts';
import { grantOptions, readGrant } from './grant-options.ts';

/** Minutes of a grant that says nothing else: a working day. */
export const standingMinutes = 8 * 60;

export const endpointGrant = command({
  name: 'endpoint grant',
  summary: 'Let programs get tokens of one tenant on the SDK endpoint, for a while.',
  options: grantOptions,
  points: true,
  async run(values, context) {
    const { core, store, views } = context;
    const read = readGrant(context, values, { name: 'Terminal', minutes: standingMinutes });
    if ('complaint' in read) return failure(read.complaint);
    const created = await core.run('create-grant', read.grant, 'cli');
    if (!created.ok) return failure(views.refusal(created.problem));
    const { grantId } = created.value;
    return answer(views.grants(store.state(), ({ id }) => id === grantId));
  },
});

export const endpointList = command({
  name: 'endpoint list',
  summary: 'List the grants that stand; their secrets are never shown.',
  options: {},
  run: async (_values, { store, views }) => answer(views.grants(store.state())),
});

export const endpointRevoke = command({
  name: 'endpoint revoke',
  summary: 'End grants, at once.',
  options: {
    grant: { kind: 'texts', flags: ['--grant', '-g'], help: 'Names or IDs of grants.' },
    all: { kind: 'flag', flags: ['--all'], help: 'All of them.' },
  },
  whileLocked: true,
  async run({ grant, all }, { core, store, views }) {
    if (all === grant.length > 0) return failure('Please specify one of --grant and --all.');
    const { grants } = store.state();
    const unknown = grant.find((word) => !grants.some((one) => isCalled(one, word)));
    if (unknown !== undefined) return failure(`There is no grant '${unknown}'.`);
    const ending = grants.filter((one) => all || grant.some((word) => isCalled(one, word)));
    for (const { id } of ending) {
      const revoked = await core.run('revoke-grant', { grantId: id }, 'cli');
      if (!revoked.ok) return failure(views.refusal(revoked.problem));
    }
    return nothing;
  },
});

/** Whether a word names a grant, by its id or its name. */
export const isCalled = ({ id, name }: Grant, word: string): boolean =>
  id === word || name.toLowerCase() === word.toLowerCase();
