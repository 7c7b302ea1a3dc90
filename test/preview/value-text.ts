/**
 * Values as one string, with the reach of the structured clone that Electron's IPC uses.
 *
 * The function is self-contained because its source text is also sent to the page: both ends of the
 * preview's IPC must read the same text. Plain JSON, which is what nearly all messages are, takes the
 * fast way (`=`): megabytes of state cost one `JSON.stringify`. Everything else is tagged (`~`).
 * Like Electron's, it throws on functions and symbols; unlike it, it refuses cycles.
 */
export function valueText() {
  const tag = '$type';

  function isRecord(value: unknown): value is Record<string, unknown> {
    if (typeof value !== 'object' || value === null) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
  }

  function isPlain(value: unknown): boolean {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
    if (Array.isArray(value)) return value.every(isPlain);
    if (!isRecord(value) || tag in value) return false;
    for (const key in value) if (!isPlain(value[key])) return false;
    return true;
  }

  function bytesToText(bytes: Uint8Array): string {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }

  function wrap(value: unknown): unknown {
    if (value === undefined) return { [tag]: 'undefined' };
    if (typeof value === 'function' || typeof value === 'symbol') {
      throw new Error('An object could not be cloned.');
    }
    if (typeof value === 'bigint') return { [tag]: 'bigint', of: String(value) };
    if (typeof value === 'number') {
      return isPlain(value)
        ? value
        : { [tag]: 'number', of: Object.is(value, -0) ? '-0' : `${value}` };
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return Array.from(value, wrap);
    if (value instanceof Date) return { [tag]: 'Date', of: value.getTime() };
    if (value instanceof Map) return { [tag]: 'Map', of: [...value].map(wrap) };
    if (value instanceof Set) return { [tag]: 'Set', of: [...value].map(wrap) };
    if (value instanceof ArrayBuffer) {
      return { [tag]: 'ArrayBuffer', of: bytesToText(new Uint8Array(value)) };
    }
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { [tag]: 'Uint8Array', of: bytesToText(bytes) };
    }
    if (value instanceof Error) {
      return { [tag]: 'Error', name: value.name, message: value.message, stack: value.stack ?? '' };
    }
    const entries = Object.entries(value).map(([key, item]) => [key, wrap(item)]);
    return tag in value ? { [tag]: 'Object', of: entries } : Object.fromEntries(entries);
  }

  function list(value: unknown): unknown[] {
    return Array.isArray(value) ? value : [];
  }

  function unwrap(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(unwrap);
    const record = new Map(Object.entries(value));
    const of = record.get('of');
    switch (record.get(tag)) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(String(of));
      case 'number':
        return Number(of);
      case 'Date':
        return new Date(Number(of));
      case 'Map':
        return new Map(list(of).map((pair) => [unwrap(list(pair)[0]), unwrap(list(pair)[1])]));
      case 'Set':
        return new Set(list(of).map(unwrap));
      case 'ArrayBuffer':
        return Uint8Array.from(atob(String(of)), (letter) => letter.charCodeAt(0)).buffer;
      case 'Uint8Array':
        return Uint8Array.from(atob(String(of)), (letter) => letter.charCodeAt(0));
      case 'Error': {
        const error = new Error(String(record.get('message')));
        error.name = String(record.get('name'));
        error.stack = String(record.get('stack'));
        return error;
      }
      case 'Object':
        return Object.fromEntries(list(of).map((pair) => [list(pair)[0], unwrap(list(pair)[1])]));
      default:
        return Object.fromEntries([...record].map(([key, item]) => [key, unwrap(item)]));
    }
  }

  return {
    encode: (value: unknown): string =>
      isPlain(value) ? `=${JSON.stringify(value)}` : `~${JSON.stringify(wrap(value))}`,
    decode: (text: string): unknown => {
      const parsed: unknown = JSON.parse(text.slice(1));
      return text.startsWith('~') ? unwrap(parsed) : parsed;
    },
  };
}
