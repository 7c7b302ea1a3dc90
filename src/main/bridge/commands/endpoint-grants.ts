import { isCalled } from '../../../shared/grant.ts';
import { answer, command, failure, nothing } from '../command.ts';
import { grantOptions, readGrant, readMinutes } from './grant-options.ts';

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

export const endpointUpdate = command({
  name: 'endpoint update',
  summary: 'Let a grant end sooner or later than it was to.',
  options: {
    grant: {
      kind: 'text',
      flags: ['--grant', '-g'],
      help: 'Name or ID of a grant.',
      required: true,
    },
    expires: {
      kind: 'text',
      flags: ['--expires'],
      help: 'How long it lasts from now: minutes, or such as 30m, 8h, 2d. At most 7d.',
      required: true,
    },
  },
  async run({ grant, expires }, { core, store, views }) {
    const found = store.state().grants.find((one) => isCalled(one, grant));
    if (!found) return failure(`There is no grant '${grant}'.`);
    const span = readMinutes(expires);
    if ('complaint' in span) return failure(span.complaint);
    const { id: grantId } = found;
    const changed = await core.run('change-grant', { grantId, ...span }, 'cli');
    if (!changed.ok) return failure(views.refusal(changed.problem));
    return answer(views.grants(store.state(), ({ id }) => id === grantId));
  },
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
