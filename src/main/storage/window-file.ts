import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../shared/json.ts';
import { readTextIfThere, writeAlone } from './kept-file.ts';

const lengths = z.int().min(-100_000).max(100_000);

const keptWindow = z.object({
  /** Of the window when it is not maximized, in device-independent pixels. */
  bounds: z.object({ x: lengths, y: lengths, width: lengths, height: lengths }).optional(),
  maximized: z.boolean().default(false),
});

type KeptWindow = z.infer<typeof keptWindow>;

export interface WindowFile {
  readonly kept: KeptWindow;
  /** What can't be written is forgotten: the next start has the usual place, and that is no trouble to anybody. */
  keep(place: KeptWindow): Promise<void>;
}

/** What the window remembers between two starts, in the open: there is nothing secret in it. */
export async function openWindowFile(folder: string): Promise<WindowFile> {
  const file = join(folder, 'window.json');
  const parsed = keptWindow.safeParse(parseJson((await readTextIfThere(file)) ?? '{}'));
  let kept = parsed.success ? parsed.data : keptWindow.parse({});
  let writing: Promise<void> = Promise.resolve();
  return {
    get kept() {
      return kept;
    },
    keep(place) {
      kept = place;
      const content = Buffer.from(`${JSON.stringify(kept, null, 2)}\n`);
      writing = writing.then(() => writeAlone(file, content)).catch(() => undefined);
      return writing;
    },
  };
}
