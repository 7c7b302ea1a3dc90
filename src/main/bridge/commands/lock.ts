import { command, failure, nothing } from '../command.ts';

export const lock = command({
  name: 'lock',
  summary: 'Lock Azimuth: nothing gets a token until it is unlocked.',
  options: {},
  whileLocked: true,
  async run(_values, { core, views }) {
    const done = await core.run('lock', {}, 'cli');
    return done.ok ? nothing : failure(views.refusal(done.problem));
  },
});
