import { cloudNamed } from '../../../shared/cloud.ts';
import { answer, command, failure } from '../command.ts';
import { notRegistered } from '../cloud-names.ts';
import { cloudNameOption } from './cloud-options.ts';

export const cloudShow = command({
  name: 'cloud show',
  az: true,
  summary: 'Get the details of a registered cloud.',
  options: {
    name: cloudNameOption,
    isActive: { kind: 'flag', flags: ['--is-active'], help: 'Show the current cloud, as without.' },
  },
  async run({ name }, { store, views }) {
    const { clouds } = store.state();
    const cloud = cloudNamed(clouds.known, name ?? clouds.current);
    return cloud ? answer(views.cloudShow(clouds, cloud)) : failure(notRegistered(name ?? ''));
  },
});
