import { isPublished } from '../../../shared/cloud.ts';
import { cloudCalled, notRegistered } from '../cloud-names.ts';
import { command, failure, nothing } from '../command.ts';
import { cloudNameOption } from './cloud-options.ts';

export const cloudUnregister = command({
  name: 'cloud unregister',
  az: true,
  summary: 'Unregister a cloud.',
  options: { name: { ...cloudNameOption, required: true } },
  async run({ name }, { store, core, views }) {
    const { clouds } = store.state();
    const cloud = cloudCalled(clouds, name);
    if (!cloud) return failure(notRegistered(name));
    const why = whyNot(cloud.name === clouds.current, isPublished(cloud));
    if (why) return failure(`The cloud '${cloud.name}' cannot be unregistered as it's ${why}.`);
    const done = await core.run('remove-cloud', { cloud: cloud.name }, 'cli');
    return done.ok ? nothing : failure(views.refusal(done.problem));
  },
});

const whyNot = (isCurrent: boolean, isOfMicrosoft: boolean): string | undefined => {
  if (isCurrent) return 'currently active';
  return isOfMicrosoft ? 'not a custom cloud' : undefined;
};
