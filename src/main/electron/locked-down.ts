import type { WebPreferences } from 'electron';

/** What every page of ours lives with. Each stated, also where it is Electron's default today (https://www.electronjs.org/docs/latest/tutorial/security). */
export const lockedDown = {
  sandbox: true, // the renderer is an ordinary locked-down Chromium process
  contextIsolation: true, // the page can't reach into the preload
  nodeIntegration: false, // no Node in the page,
  nodeIntegrationInWorker: false, // nor in its workers,
  nodeIntegrationInSubFrames: false, // nor in frames, of which there are none
  webSecurity: true, // same-origin policy stays on
  allowRunningInsecureContent: false, // no http, ever
  experimentalFeatures: false, // Chromium's stable surface only
  webviewTag: false, // nothing is embedded
  navigateOnDragDrop: false, // a dropped file is not opened
  spellcheck: false, // what is typed here goes to no dictionary service
  devTools: false, // nobody is talked into pasting code here
} as const satisfies WebPreferences;
