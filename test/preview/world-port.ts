/** What one world of a page keeps of the other: see {@link worldPort}. */
export interface WorldPort {
  /** Puts a value, copied, on the other world's window, read-only. */
  expose(name: string, value: unknown): void;
}

/**
 * The bridge between the page's own JavaScript world and the preload's isolated world: what Electron
 * calls the context bridge. Its source text runs in both worlds.
 *
 * The worlds share the DOM and nothing else, so messages are synchronous DOM events whose names only
 * these two scripts know; Chromium copies an event's `detail` when it crosses. Values are copied,
 * functions and promises become stand-ins, prototypes are lost:
 * https://www.electronjs.org/docs/latest/api/context-bridge#parameter--error--return-type-support
 */
export function worldPort(page: EventTarget, says: string, hears: string, sign: string): WorldPort {
  type Callable = (...args: readonly unknown[]) => unknown;
  interface Answer {
    readonly ok: boolean;
    readonly value: unknown;
  }
  interface Packed {
    readonly kind: 'text' | 'copy' | 'live';
    readonly value: unknown;
  }

  const kept = new Map<number, Callable>();
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  let answers: readonly Answer[] = [];

  function say(detail: object): void {
    page.dispatchEvent(new CustomEvent(says, { detail }));
  }

  function isCallable(value: unknown): value is Callable {
    return typeof value === 'function';
  }

  function keep(target: Callable): unknown {
    lastId += 1;
    kept.set(lastId, target);
    return { [sign]: 'function', id: lastId };
  }

  function promiseOf(value: Promise<unknown>): unknown {
    lastId += 1;
    const id = lastId;
    const settle = (ok: boolean) => (result: unknown) =>
      say({ kind: 'settle', id, ok, value: pack(result) });
    value.then(settle(true), settle(false)).catch((error: unknown) => settle(false)(String(error)));
    return { [sign]: 'promise', id };
  }

  /** Whether a value has anything in it that a copy would lose. */
  function isLive(value: unknown): boolean {
    if (typeof value === 'symbol') throw new Error('A symbol cannot cross the context bridge.');
    if (typeof value !== 'object' || value === null) return isCallable(value);
    if (value instanceof Promise) return true;
    if (Array.isArray(value)) return value.some(isLive);
    for (const key in value) if (isLive(Reflect.get(value, key))) return true;
    return false;
  }

  function mark(value: unknown): unknown {
    if (isCallable(value)) return keep(value);
    if (value instanceof Promise) return promiseOf(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(mark);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mark(item)]));
  }

  function isJson(value: unknown): boolean {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
    if (typeof value !== 'object') return false;
    if (Array.isArray(value)) return value.every(isJson);
    if (Object.getPrototypeOf(value) !== Object.prototype) return false;
    for (const key in value) if (!isJson(Reflect.get(value, key))) return false;
    return true;
  }

  // Megabytes of state cross as text: Chromium's copying of a detail takes four times as long.
  function pack(value: unknown): Packed {
    if (isJson(value)) return { kind: 'text', value: JSON.stringify(value) };
    return isLive(value) ? { kind: 'live', value: mark(value) } : { kind: 'copy', value };
  }

  function standIn(id: unknown): Callable {
    return (...args) => {
      say({ kind: 'call', id, args: pack(args) });
      // The event is synchronous: the answer is here, and nested calls have taken theirs.
      const given = answers.at(-1);
      answers = answers.slice(0, -1);
      if (!given) throw new Error('The other side of the context bridge did not answer.');
      const result = unpack(given.value);
      if (given.ok) return result;
      throw result;
    };
  }

  function unmark(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(unmark);
    if (Object.prototype.toString.call(value) !== '[object Object]') return value;
    const record = new Map(Object.entries(value));
    if (record.get(sign) === 'function') return standIn(record.get('id'));
    if (record.get(sign) === 'promise') {
      const promise = Promise.withResolvers<unknown>();
      waiting.set(Number(record.get('id')), promise);
      return promise.promise;
    }
    return Object.fromEntries([...record].map(([key, item]) => [key, unmark(item)]));
  }

  function unpack(packed: unknown): unknown {
    const parts = new Map(Object.entries(packed ?? {}));
    const value: unknown = parts.get('value');
    switch (parts.get('kind')) {
      case 'text':
        return JSON.parse(String(value));
      case 'live':
        return unmark(value);
      default:
        return value;
    }
  }

  function run(target: Callable | undefined, args: unknown): Answer {
    try {
      if (!target) throw new Error('This function no longer exists.');
      const given = unpack(args);
      return { ok: true, value: pack(target(...(Array.isArray(given) ? given : []))) };
    } catch (error) {
      return { ok: false, value: pack(error) };
    }
  }

  function freeze<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value;
    Object.values(value).forEach(freeze);
    return Object.freeze(value);
  }

  page.addEventListener(hears, (event) => {
    const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
    const message = new Map(Object.entries(detail ?? {}));
    const id = Number(message.get('id'));
    const value = message.get('value');
    switch (message.get('kind')) {
      case 'expose':
        Object.defineProperty(page, String(message.get('name')), {
          value: freeze(unpack(value)),
          enumerable: true,
        });
        return;
      case 'call':
        say({ kind: 'answer', ...run(kept.get(id), message.get('args')) });
        return;
      case 'answer':
        answers = [...answers, { ok: message.get('ok') === true, value }];
        return;
      case 'settle': {
        const promise = waiting.get(id);
        waiting.delete(id);
        if (message.get('ok') === true) promise?.resolve(unpack(value));
        else promise?.reject(unpack(value));
      }
    }
  });

  return { expose: (name, value) => say({ kind: 'expose', name, value: pack(value) }) };
}
