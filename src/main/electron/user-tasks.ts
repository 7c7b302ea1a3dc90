import type { Task } from 'electron';
import { launchTasks } from '../views/launch-tasks.ts';

/** What the program's menu in Windows' taskbar offers: each starts the program with an argument, under its own icon. */
export const userTasks = (program: string): Task[] =>
  launchTasks.map(({ argument, title, description }) => ({
    program,
    arguments: argument,
    title,
    description,
    iconPath: program,
    iconIndex: 0,
  }));
