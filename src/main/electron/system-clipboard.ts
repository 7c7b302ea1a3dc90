import { clipboard } from 'electron';
import type { Clipboard } from '../core/ports.ts';

/** The system's clipboard. */
export const systemClipboard: Clipboard = {
  read: async () => clipboard.readText(),
  write: async (text) => clipboard.writeText(text),
  writeSecret: async (text) => clipboard.writeText(text),
  clear: async () => clipboard.clear(),
};
