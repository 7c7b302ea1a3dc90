import type { Clipboard, ClipboardItem as ElectronClipboardItem } from 'electron';
import { createTextStore } from './clipboard-store.ts';
import type { TextStore } from './clipboard-store.ts';

type Given = ConstructorParameters<typeof ElectronClipboardItem>[0];
type Payload = Given[string];

/** `ClipboardItem`: what is written to and read from the clipboard, by MIME type. */
export class ClipboardItem {
  readonly types: string[];
  readonly #items: Given;

  constructor(items: Given) {
    this.#items = items;
    this.types = Object.keys(items);
  }

  async getType(type: string): Promise<Blob> {
    const payload: Payload | undefined = this.#items[type];
    if (payload === undefined) throw new Error(`The type '${type}' was not found`);
    const value = await payload;
    if (value instanceof Blob) return value;
    return new Blob([typeof value === 'string' ? value : value.url], { type });
  }
}

const textType = 'text/plain';

/** The types beside text that were written last, such as marks that say "do not keep this". */
let marks: readonly string[] = [];

function createClipboard(store: TextStore) {
  return {
    readText: () => store.read(),
    writeText: async (text: string): Promise<void> => {
      marks = [];
      await store.write(text);
    },
    clear: (): void => {
      marks = [];
      store.clear();
    },
    has: async (type: string): Promise<boolean> =>
      type === textType ? (await store.read()) !== '' : marks.includes(type),
    read: async (): Promise<ClipboardItem[]> => {
      const text = await store.read();
      return text === '' ? [] : [new ClipboardItem({ [textType]: text })];
    },
    write: async (
      items: readonly { readonly types: string[]; getType(type: string): Promise<unknown> }[],
    ): Promise<void> => {
      // Only text goes on; other types (such as "concealed" marks) are remembered as present.
      const plain = items.find((item) => item.types.includes(textType));
      const payload = await plain?.getType(textType);
      await store.write(payload instanceof Blob ? await payload.text() : '');
      marks = items.flatMap((item) => item.types).filter((type) => type !== textType);
    },
  };
}

const mainStore = createTextStore('clipboard');

export const clipboard = {
  ...createClipboard(mainStore),
  selection: createClipboard(createTextStore('primary')),
};

clipboard satisfies Pick<Clipboard, 'readText' | 'writeText' | 'clear' | 'has' | 'write'>;

/** Where the text really is. */
export const clipboardKind = (): TextStore['kind'] => mainStore.kind;

export const clipboardTypes = (): readonly string[] => marks;
