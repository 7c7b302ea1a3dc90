import { hasElectron } from '../e2e/launch-electron.ts';
import { setStage } from '../stage.ts';
import { readOptions, usage } from './options.ts';
import type { DemoOptions } from './options.ts';
import { createPhotographer } from './photographer.ts';
import { reportTable } from './report.ts';
import { show } from './show.ts';
import { walk } from './walk.ts';

const hasDisplay =
  process.platform !== 'linux' ||
  process.env['DISPLAY'] !== undefined ||
  process.env['WAYLAND_DISPLAY'] !== undefined;

async function demo(options: DemoOptions): Promise<number> {
  const alone = options.once || !hasDisplay;
  const stage = await setStage({
    latency: options.latency,
    tenants: options.tenants,
    subscriptionsPerTenant: options.subscriptionsPerTenant,
    visibleBrowser: !alone,
    host: hasElectron() && hasDisplay ? 'electron' : 'preview',
  });
  try {
    if (!alone) {
      console.error('The window is open. Sign in as anybody: the people and tenants are made up.');
      return await show(stage);
    }
    if (!options.once) console.error('There is no display, so the demo walks by itself (--once).');
    const report = await walk(stage, await createPhotographer(options.screenshots));
    console.log(options.json ? JSON.stringify(report) : reportTable(report));
    if (!report.restartKeptSession) {
      console.error(
        'The session was not kept over the restart: there is no keyring. Install dbus, gnome-keyring and libsecret-tools.',
      );
    }
    return report.restartKeptSession ? 0 : 1;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (options.json) console.log(JSON.stringify({ ok: false, why }));
    console.error(`The demo stopped: ${why}`);
    return 1;
  } finally {
    await stage.close();
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else process.exitCode = await demo(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 2;
}
