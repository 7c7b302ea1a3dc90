/** What one world of a page keeps of the other: see {@link worldPort}. */
export interface WorldPort {
  pack(value: unknown): unknown;
  unpack(value: unknown): unknown;
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
export function worldPort(page: EventTarget, says: string, hears: string, mark: string): WorldPort {
  type Callable = (...args: readonly unknown[]) => unknown;
  interface Answer {
    readonly ok: boolean;
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
    return { [mark]: 'function', id: lastId };
  }

  function promiseOf(value: Promise<unknown>): unknown {
    lastId += 1;
    const id = lastId;
    const settle = (ok: boolean) => (result: unknown) =>
      say({ kind: 'settle', id, ok, value: pack(result) });
    value.then(settle(true), settle(false)).catch((error: unknown) => settle(false)(String(error)));
    return { [mark]: 'promise', id };
  }

  function pack(value: unknown): unknown {
    if (isCallable(value)) return keep(value);
    if (typeof value === 'symbol') throw new Error('A symbol cannot cross the context bridge.');
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Promise) return promiseOf(value);
    if (Array.isArray(value)) return value.map(pack);
    const kind = Object.prototype.toString.call(value);
    if (kind !== '[object Object]') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item)]));
  }

  function standIn(id: unknown): Callable {
    return (...args) => {
      say({ kind: 'call', id, args: args.map(pack) });
      // The event is synchronous: the answer is here, and nested calls have taken theirs.
      const given = answers.at(-1);
      answers = answers.slice(0, -1);
      if (!given) throw new Error('The other side of the context bridge did not answer.');
      const result = unpack(given.value);
      if (given.ok) return result;
      throw result;
    };
  }

  function unpack(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(unpack);
    if (Object.prototype.toString.call(value) !== '[object Object]') return value;
    const record = new Map(Object.entries(value));
    if (record.get(mark) === 'function') return standIn(record.get('id'));
    if (record.get(mark) === 'promise') {
      const promise = Promise.withResolvers<unknown>();
      waiting.set(Number(record.get('id')), promise);
      return promise.promise;
    }
    return Object.fromEntries([...record].map(([key, item]) => [key, unpack(item)]));
  }

  function run(target: Callable | undefined, args: unknown): Answer {
    try {
      if (!target) throw new Error('This function no longer exists.');
      return { ok: true, value: pack(target(...(Array.isArray(args) ? args.map(unpack) : []))) };
    } catch (error) {
      return { ok: false, value: error };
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

  return {
    pack,
    unpack,
    expose: (name, value) => say({ kind: 'expose', name, value: pack(value) }),
  };
}
