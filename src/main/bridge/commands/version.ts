import { answer, command } from '../command.ts';
import { versionValue } from '../versions.ts';

export const version = command({
  name: 'version',
  az: true,
  summary: 'Show the version.',
  options: {},
  whileLocked: true,
  run: async (_values, { store, line }) =>
    answer({ value: versionValue(line.name, store.state().about.version) }),
});
