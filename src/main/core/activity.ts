import { activityRecords, exportActivity } from '../../shared/activity.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { CommandHandlers } from './commands.ts';
import type { Clock } from './ports/clock.ts';
import type { SaveFile } from './ports/desktop.ts';
import type { Store } from './store.ts';

export interface ActivityDeps {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  readonly saveFile: SaveFile;
}

/** The commands of the record of hand-outs. */
export function activityCommands({
  store,
  clock,
  saveFile,
}: ActivityDeps): Pick<CommandHandlers, 'clear-activity' | 'export-activity'> {
  return {
    async 'clear-activity'() {
      store.apply({ kind: 'activity-cleared' });
      return succeed(null);
    },
    async 'export-activity'({ format }) {
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      const text = exportActivity(activityRecords(store.state()), format);
      const saved = await saveFile(`azimuth-activity-${day}.${format}`, text);
      return saved.ok ? succeed({ saved: saved.value }) : fail(saved.problem);
    },
  };
}
