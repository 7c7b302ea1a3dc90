import { app } from 'electron';
import { userTasks } from './user-tasks.ts';

/** Tells Windows what the program's menu in the taskbar offers. */
export function offerTasks(): void {
  if (process.platform === 'win32') app.setUserTasks(userTasks(process.execPath));
}
