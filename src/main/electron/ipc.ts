import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import { appOrigin, channels } from '../../shared/channels.ts';
import { commandSchema } from '../../shared/contract.ts';
import type { Problem } from '../../shared/problem.ts';
import { fail } from '../../shared/problem.ts';
import type { RunCommand } from '../core/commands.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Log } from '../core/ports/storage.ts';
import type { ShownStore } from '../core/shown-store.ts';
import { sendUpdates } from '../core/updates.ts';

export interface IpcDeps {
  readonly store: ShownStore;
  readonly run: RunCommand;
  readonly clock: Clock;
  readonly log: Log;
  /** The contents of our window while it exists. */
  readonly window: () => WebContents | undefined;
}

const refused: Problem = {
  kind: 'forbidden',
  message: 'This page may not use Azimuth.',
};

/** Serves the window: every call is checked for who sent it and for what it says, before anything happens. */
export function serveIpc({ store, run, clock, log, window }: IpcDeps): () => void {
  const trusted = (event: IpcMainInvokeEvent): boolean => {
    const contents = window();
    const frame = event.senderFrame;
    const ours =
      contents !== undefined &&
      event.sender === contents &&
      frame !== null &&
      frame.parent === null &&
      isOurPage(frame.url);
    if (!ours) log.warn('a call from a foreign page was refused');
    return ours;
  };

  ipcMain.handle(channels.run, async (event, message: unknown) => {
    if (!trusted(event)) return fail(refused);
    const command = commandSchema.safeParse(message);
    if (!command.success) {
      return fail({ kind: 'invalid-input', message: 'This is no command of Azimuth.' });
    }
    return run(command.data.name, command.data.input, 'window');
  });

  ipcMain.handle(channels.watch, (event) => {
    if (!trusted(event)) throw new Error(refused.message);
    return store.snapshot();
  });

  const stopSending = sendUpdates(store, clock, (update) => {
    const contents = window();
    if (contents && !contents.isDestroyed()) contents.send(channels.update, update);
  });

  return () => {
    stopSending();
    ipcMain.removeHandler(channels.run);
    ipcMain.removeHandler(channels.watch);
  };
}

function isOurPage(address: string): boolean {
  return address.startsWith(`${appOrigin}/`);
}
