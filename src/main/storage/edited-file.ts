import { readTextIfThere, setFileAside, writeKept } from './kept-file.ts';

/** A file in the open, which people edit too. */
export interface EditedFile {
  /** What it holds, if it is there. */
  read(): Promise<string | undefined>;
  /**
   * Not all of it makes sense. It is left alone until there is something to save, so that it can be corrected, and is kept
   * under a dated name then.
   */
  doubt(): void;
  /** Saves one value after the other, as JSON that people can read. Rejects when it can't be written. */
  save(value: unknown): Promise<void>;
}

export function createEditedFile(file: string): EditedFile {
  let writing: Promise<unknown> = Promise.resolve();
  let isDoubtful = false;
  const write = async (content: Buffer): Promise<void> => {
    if (isDoubtful) await setFileAside(file, new Date());
    isDoubtful = false;
    await writeKept(file, content);
  };
  return {
    read: () => readTextIfThere(file),
    doubt: () => void (isDoubtful = true),
    save(value) {
      const content = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
      const written = writing.then(() => write(content));
      writing = written.catch(() => undefined);
      return written;
    },
  };
}
