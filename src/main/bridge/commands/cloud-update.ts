import { isPublished } from '../../../shared/cloud.ts';
import { cloudCalled, notRegistered } from '../cloud-names.ts';
import { command, failure, nothing } from '../command.ts';
import { cloudNameOption, endpointOptions } from './cloud-options.ts';

export const cloudUpdate = command({
  name: 'cloud update',
  az: true,
  summary: 'Update the configuration of a cloud; of those of Microsoft only the client ID.',
  options: { name: cloudNameOption, ...endpointOptions },
  async run(values, { store, core, views }) {
    const { clouds } = store.state();
    const name = values.name ?? clouds.current;
    const cloud = cloudCalled(clouds, name);
    if (!cloud) return failure(notRegistered(name));
    const endpoints = [
      values.endpointResourceManager,
      values.endpointActiveDirectory,
      values.endpointActiveDirectoryResourceId,
    ];
    const moves = endpoints.some((endpoint) => endpoint !== undefined);
    if (moves && isPublished(cloud)) {
      return failure(`The endpoints of '${cloud.name}' are Microsoft's and can't be changed.`);
    }
    const { clientId } = values;
    if (!moves && clientId === undefined) return nothing;
    const input = {
      name: cloud.name,
      resourceManager: values.endpointResourceManager ?? cloud.resourceManager,
      authority: values.endpointActiveDirectory ?? cloud.authority,
      audience: values.endpointActiveDirectoryResourceId ?? cloud.audience,
      clientId: clientId ?? cloud.clientId,
    };
    const done = moves
      ? await core.run('change-cloud', input, 'cli')
      : await core.run('set-client-id', { cloud: cloud.name, clientId }, 'cli');
    return done.ok ? nothing : failure(views.refusal(done.problem));
  },
});
