import { command, failure, nothing } from '../command.ts';

/** What a desktop's own keyboard settings run where it gives no keys to programs. */
export const find = command({
  name: 'find',
  summary: 'Show the palette on the desktop: type to find and switch.',
  options: {},
  async run(_values, { showPalette, views }) {
    const done = await showPalette();
    return done.ok ? nothing : failure(views.refusal(done.problem));
  },
});
