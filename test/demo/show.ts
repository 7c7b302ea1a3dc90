import type { Stage } from '../stage.ts';
import { openPage } from '../person.ts';

/** Lets a person click through the main job in a real window; resolves when they close it. */
export async function show(stage: Stage): Promise<number> {
  const app = await stage.launch({ visible: true });
  let open = true;
  const openLinks = async (): Promise<void> => {
    while (open) {
      const address = await app.waitForOpenedUrl();
      await openPage(stage.browser, address);
    }
  };
  openLinks().catch(() => undefined);
  const exitCode = await app.exited();
  open = false;
  return exitCode;
}
