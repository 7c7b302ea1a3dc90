import { cloudCalled, notRegistered } from '../cloud-names.ts';
import { command, failure, nothing } from '../command.ts';
import { cloudNameOption } from './cloud-options.ts';

export const cloudSet = command({
  name: 'cloud set',
  az: true,
  summary: 'Set the active cloud: that of new sign-ins and of lists.',
  options: {
    name: { ...cloudNameOption, required: true },
    profile: { kind: 'text', flags: ['--profile'], help: 'Taken, for the sake of scripts.' },
  },
  async run({ name }, { store, core, views, terminal }) {
    const { clouds } = store.state();
    const cloud = cloudCalled(clouds, name);
    if (!cloud) return failure(notRegistered(name));
    if (cloud.name === clouds.current) return nothing;
    const done = await core.run('choose-cloud', { cloud: cloud.name }, 'cli');
    if (!done.ok) return failure(views.refusal(done.problem));
    terminal.err(`WARNING: Switched active cloud to '${cloud.name}'.\n`);
    if (store.state().accounts.every((account) => account.cloud !== cloud.name)) {
      terminal.err("WARNING: Use 'az login' to log in to this cloud.\n");
      terminal.err("WARNING: Use 'az account set' to set the active subscription.\n");
    }
    return nothing;
  },
});
