import { activityRecords } from '../../../shared/activity.ts';
import { answer, command } from '../command.ts';

export const activityList = command({
  name: 'activity list',
  summary: 'List the tokens that were handed out, newest first; never a token itself.',
  options: {},
  async run(_values, { store, views }) {
    return answer(views.activity(activityRecords(store.state())));
  },
});
