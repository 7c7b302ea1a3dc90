import { settingsSchema } from '../../../shared/contract.ts';
import { shown } from '../../core/shown-store.ts';
import { answer, command, failure, nothing } from '../command.ts';

export const endpointOn = command({
  name: 'endpoint on',
  summary: 'Open the SDK endpoint, on which programs get tokens with a grant.',
  options: {
    port: {
      kind: 'text',
      flags: ['--port'],
      help: 'The port on 127.0.0.1, from now on; 0 for any.',
    },
  },
  async run({ port }, { core, store, views }) {
    const parsed = settingsSchema.shape.endpointPort
      .optional()
      .safeParse(port === undefined ? undefined : Number(port));
    if (!parsed.success) return failure(parsed.error.issues[0]?.message ?? 'Invalid input');
    const switched = await core.run('switch-endpoint', { on: true, port: parsed.data }, 'cli');
    if (!switched.ok) return failure(views.refusal(switched.problem));
    return answer(views.endpointStatus(store.state()));
  },
});

export const endpointOff = command({
  name: 'endpoint off',
  summary: 'Close the SDK endpoint; commands of azimuth run keep it until they end.',
  options: {},
  async run(_values, { core, views }) {
    const switched = await core.run('switch-endpoint', { on: false }, 'cli');
    return switched.ok ? nothing : failure(views.refusal(switched.problem));
  },
});

export const endpointStatus = command({
  name: 'endpoint status',
  summary: 'Show whether the SDK endpoint is open, and where.',
  options: {},
  whileLocked: true,
  run: async (_values, { store, views }) => answer(views.endpointStatus(shown(store.state()))),
});
