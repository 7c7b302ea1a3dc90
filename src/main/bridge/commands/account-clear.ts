import { command, failure, nothing } from '../command.ts';

export const accountClear = command({
  name: 'account clear',
  az: true,
  summary: 'Sign out of all accounts.',
  options: {},
  async run(_values, { core, views }) {
    const done = await core.run('sign-out-all', {}, 'cli');
    return done.ok ? nothing : failure(views.refusal(done.problem));
  },
});
