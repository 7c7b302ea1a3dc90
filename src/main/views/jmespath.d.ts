/** What we use of a library that brings no types (https://github.com/jmespath/jmespath.js). */
declare module 'jmespath' {
  /** Throws where the text is no expression. */
  export function compile(expression: string): unknown;

  /** JSON of JSON. Throws where the expression asks for what the value can't do, such as the length of a number. */
  export function search(value: unknown, expression: string): unknown;
}
