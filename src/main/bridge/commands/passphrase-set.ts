import { command, failure, nothing } from '../command.ts';

export const passphraseSet = command({
  name: 'passphrase set',
  summary: 'Keep accounts on disk, sealed with a passphrase, where there is no keyring.',
  options: {},
  async run(_values, { core, views, terminal }) {
    const passphrase = await terminal.ask('New passphrase: ');
    const again = await terminal.ask('The same again: ');
    if (passphrase !== again) return failure('The two passphrases are not the same.');
    const done = await core.run('set-passphrase', { passphrase }, 'cli');
    return done.ok ? nothing : failure(views.refusal(done.problem));
  },
});
