import { answer, command } from '../command.ts';

export const version = command({
  name: 'version',
  summary: 'Show the version.',
  options: {},
  whileLocked: true,
  run: async (_values, { store }) => answer({ value: { azimuth: store.state().about.version } }),
});
