import { cloudCalled } from '../cloud-names.ts';
import { command, failure, nothing } from '../command.ts';
import { cloudNameOption, endpointOptions } from './cloud-options.ts';

export const cloudRegister = command({
  name: 'cloud register',
  az: true,
  summary: 'Register a cloud, by its resource management endpoint.',
  options: { name: { ...cloudNameOption, required: true }, ...endpointOptions },
  async run(values, { store, core, views }) {
    const { name, endpointResourceManager: resourceManager } = values;
    if (cloudCalled(store.state().clouds, name)) {
      return failure(`The cloud '${name}' is already registered.`);
    }
    if (resourceManager === undefined) {
      return failure('the following arguments are required: --endpoint-resource-manager');
    }
    const { endpointActiveDirectory: authority, clientId } = values;
    const { endpointActiveDirectoryResourceId: audience } = values;
    const input = { name, resourceManager, authority, audience, clientId };
    const done = await core.run('add-cloud', input, 'cli');
    return done.ok ? nothing : failure(views.refusal(done.problem));
  },
});
