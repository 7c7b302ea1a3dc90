import { app } from 'electron';
import { launchTasks } from '../views/launch-tasks.ts';

/** Tells Windows what the program's menu in the taskbar offers: each starts the program with an argument. */
export function offerTasks(): void {
  if (process.platform !== 'win32') return;
  app.setUserTasks(
    launchTasks.map(({ argument, title, description }) => ({
      program: process.execPath,
      arguments: argument,
      title,
      description,
      iconPath: process.execPath,
      iconIndex: 0,
    })),
  );
}
