import { command, failure, nothing } from '../command.ts';

export const unlock = command({
  name: 'unlock',
  summary: 'Unlock Azimuth. A passphrase is asked for, and read without showing it.',
  options: {},
  whileLocked: true,
  async run(_values, { store, core, views, terminal }) {
    const { lock } = store.state();
    if (lock.kind === 'open') return nothing;
    const input = lock.means.includes('passphrase')
      ? { passphrase: await terminal.ask('Passphrase: ') }
      : {};
    const done = await core.run('unlock', input, 'cli');
    return done.ok ? nothing : failure(views.refusal(done.problem));
  },
});
