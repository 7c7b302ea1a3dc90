import type { LaunchOptions } from './launch.ts';
import type { RunningApp } from './running-app.ts';

export async function launchElectron(_options: LaunchOptions): Promise<RunningApp> {
  throw new Error('not yet');
}
