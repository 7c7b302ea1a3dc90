/** A text that must not be printed by accident: it shows as `[secret]` in strings, JSON and logs. */
export interface Secret {
  reveal(): string;
}

export function secret(text: string): Secret {
  return Object.freeze({
    reveal: () => text,
    toString: () => '[secret]',
    toJSON: () => '[secret]',
  });
}
