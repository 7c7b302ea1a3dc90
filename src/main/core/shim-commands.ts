import { pathLine } from '../../shared/shim.ts';
import { succeed } from '../../shared/problem.ts';
import type { CommandHandlers } from './commands.ts';
import { done } from './commands.ts';
import type { Clipboard } from './ports/desktop.ts';
import type { Shim } from './ports/programs.ts';

/** Puts our `az` into its folder and takes it away. */
export const shimCommands = (
  shim: Shim,
  clipboard: Pick<Clipboard, 'write'>,
): Pick<CommandHandlers, 'read-shim' | 'set-shim' | 'copy-shim-line'> => ({
  'read-shim': async () => succeed(await shim.status()),
  'set-shim': ({ installed }) => (installed ? shim.install() : shim.uninstall()),
  async 'copy-shim-line'({ shell }) {
    const { folder } = await shim.status();
    return done(clipboard.write(pathLine(folder, shell)));
  },
});
