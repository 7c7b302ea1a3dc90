import { clipboard, ClipboardItem } from 'electron';
import type { SystemClipboard } from '../core/ports/desktop.ts';
import { secretMarks } from './secret-marks.ts';

/** The system's clipboard. */
export const systemClipboard: SystemClipboard = {
  // Windows may give line breaks back in its own way.
  read: async () => (await clipboard.readText()).replaceAll('\r\n', '\n'),
  write: (text) => clipboard.writeText(text),
  async writeSecret(text) {
    try {
      const marks = secretMarks(process.platform);
      await clipboard.write([new ClipboardItem({ 'text/plain': text, ...marks })]);
      return true;
    } catch {
      // A system that does not take the mark still takes the text; it is cleared all the same.
      await clipboard.writeText(text);
      return false;
    }
  },
  clear: async () => clipboard.clear(),
};
