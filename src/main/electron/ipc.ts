import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import type { HandOut } from '../../shared/app-state.ts';
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
  readonly windows: readonly ServedWindow[];
}

/** One of our windows, and as whom its page speaks. */
export interface ServedWindow {
  readonly surface: HandOut['surface'];
  /** Its contents while it exists. */
  readonly contents: () => WebContents | undefined;
}

const refused: Problem = {
  kind: 'forbidden',
  message: 'This page may not use Azimuth.',
};

/** Serves the window: every call is checked for who sent it and for what it says, before anything happens. */
export function serveIpc({ store, run, clock, log, windows }: IpcDeps): () => void {
  const senderOf = (event: IpcMainInvokeEvent): ServedWindow | undefined => {
    const frame = event.senderFrame;
    const isOurs = frame !== null && frame.parent === null && isOurPage(frame.url);
    const sender = isOurs ? windows.find(({ contents }) => contents() === event.sender) : undefined;
    if (!sender) log.warn('a call from a foreign page was refused');
    return sender;
  };

  ipcMain.handle(channels.run, async (event, message: unknown) => {
    const sender = senderOf(event);
    if (!sender) return fail(refused);
    const command = commandSchema.safeParse(message);
    if (!command.success) {
      return fail({ kind: 'invalid-input', message: 'This is no command of Azimuth.' });
    }
    return run(command.data.name, command.data.input, sender.surface);
  });

  ipcMain.handle(channels.watch, (event) => {
    if (!senderOf(event)) throw new Error(refused.message);
    return store.snapshot();
  });

  const stopSending = sendUpdates(store, clock, (update) => {
    for (const { contents } of windows) {
      const shown = contents();
      if (shown && !shown.isDestroyed()) shown.send(channels.update, update);
    }
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
