import { pathLine, pathShellsFor } from '../../../shared/shim.ts';
import type { PathShell, ShimStatus } from '../../../shared/shim.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { answer, command, failure } from '../command.ts';

export const shimInstall = command({
  name: 'shim install',
  summary: 'Put an az that Azimuth answers into a folder, and say how to put that on PATH.',
  options: {},
  run: (_values, context) => set(context, true),
});

export const shimUninstall = command({
  name: 'shim uninstall',
  summary: 'Take that az away again.',
  options: {},
  run: (_values, context) => set(context, false),
});

export const shimStatus = command({
  name: 'shim status',
  summary: 'Say whether that az is there, and where.',
  options: {},
  async run(_values, { core, views }) {
    const done = await core.run('read-shim', {}, 'cli');
    return done.ok ? answer(shown(done.value)) : failure(views.refusal(done.problem));
  },
});

const usualShell: PathShell = process.platform === 'win32' ? 'powershell' : 'bash';

async function set({ core, views, terminal }: CommandContext, wanted: boolean): Promise<Outcome> {
  const done = await core.run('set-shim', { installed: wanted }, 'cli');
  if (!done.ok) return failure(views.refusal(done.problem));
  const { folder, installed } = done.value;
  if (installed) {
    terminal.err(`Put this line into your shell's profile:\n${pathLine(folder, usualShell)}\n`);
  }
  return answer(shown(done.value));
}

/** With the line for each shell. */
const shown = ({ folder, installed }: ShimStatus) => ({
  value: {
    folder,
    installed,
    ...(installed && {
      pathLines: Object.fromEntries(
        pathShellsFor(folder).map((shell) => [shell, pathLine(folder, shell)]),
      ),
    }),
  },
});
