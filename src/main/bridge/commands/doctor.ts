import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { currentCloud } from '../../../shared/cloud.ts';
import { command } from '../command.ts';
import { examine, findingsText } from '../doctor.ts';
import { findPrograms } from '../find-programs.ts';

export const doctor = command({
  name: 'doctor',
  summary: 'Look at what Azimuth needs and at what may be in its way, and say what to do.',
  options: {},
  whileLocked: true,
  async run(_values, { store, core, line, reach, foundAt }) {
    const { authority, resourceManager } = currentCloud(store.state().clouds);
    const folder = dirname(foundAt);
    const [found, programs, shim, ...unreachable] = await Promise.all([
      stat(folder),
      findPrograms(line.path ?? ''),
      core.run('read-shim', {}, 'cli'),
      reach(authority),
      reach(resourceManager),
    ]);
    const findings = examine({
      state: store.state(),
      spent: line.spent,
      folder: {
        path: folder,
        // On Windows its rights were set when we started.
        isPrivate:
          process.getuid === undefined ||
          (found.uid === process.getuid() && (found.mode & 0o077) === 0),
      },
      programs,
      shim: shim.ok ? shim.value : { folder: '', installed: false },
      variables: line.variables ?? [],
      authority: unreachable[0],
      resourceManager: unreachable[1],
    });
    return {
      kind: 'answer',
      answer: { value: findings.map((one) => ({ ...one })) },
      text: findingsText(findings),
      exit: findings.some(({ state }) => state === 'fail') ? 1 : 0,
    };
  },
});
