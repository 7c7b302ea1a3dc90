/** A word of a command line, and where in it the word begins (in UTF-16 units). */
export interface Word {
  readonly text: string;
  readonly start: number;
}

/**
 * The words of a command line behind the program's name, as programs on Windows take it apart: a quote opens or closes, two
 * of them inside quotes are one, and backslashes count only before a quote.
 * https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function splitCommandLine(line: string): readonly Word[] {
  const words: Word[] = [];
  for (let at = 0; at < line.length;) {
    if (isBlank(line[at])) {
      at += 1;
      continue;
    }
    const { text, end } = readWord(line, at);
    words.push({ text, start: at });
    at = end;
  }
  return words;
}

function readWord(line: string, start: number): { readonly text: string; readonly end: number } {
  let text = '';
  let quoted = false;
  let at = start;
  while (at < line.length && (quoted || !isBlank(line[at]))) {
    const [, backslashes = '', quotes = ''] = /^(\\*)("{0,2})/.exec(line.slice(at)) ?? [];
    const isEscaped = quotes !== '' && backslashes.length % 2 === 1;
    const isDoubled = quoted && quotes.length === 2 && !isEscaped;
    if (quotes === '') {
      const plain = backslashes || line.slice(at, at + 1);
      text += plain;
      at += plain.length;
      continue;
    }
    text += backslashes.slice(0, backslashes.length >> 1);
    if (isEscaped || isDoubled) text += '"';
    else quoted = !quoted;
    at += backslashes.length + (isDoubled ? 2 : 1);
  }
  return { text, end: at };
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';
