import { command, nothing } from '../command.ts';

/** Milliseconds in which the answer reaches the terminal before the program that gives it ends. */
const farewell = 200;

export const quit = command({
  name: 'quit',
  summary: 'End the running Azimuth, with or without a window.',
  options: {},
  whileLocked: true,
  async run(_values, { clock, end }) {
    clock.after(farewell, end);
    return nothing;
  },
});
