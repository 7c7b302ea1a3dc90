import type { IpcRendererEvent } from 'electron';
import { contextBridge, ipcRenderer } from 'electron';
import { channels } from '../shared/channels.ts';
import type { Bridge, Snapshot, Update } from '../shared/contract.ts';

/** All that the window can reach of main: run a command, watch the state. */
const bridge: Bridge = {
  run: (name, input) => ipcRenderer.invoke(channels.run, { name, input }),
  watch(listener) {
    const updated = (_event: IpcRendererEvent, update: Update): void => listener(update);
    ipcRenderer.on(channels.update, updated);
    void ipcRenderer.invoke(channels.watch).then((snapshot: Snapshot) => listener(snapshot));
    return () => ipcRenderer.removeListener(channels.update, updated);
  },
};

contextBridge.exposeInMainWorld('azimuth', bridge);
