import { expect, test } from 'vitest';
import { splitCommandLine } from '../../../src/main/bridge/split-command-line.ts';

const textsOf = (line: string): readonly string[] => splitCommandLine(line).map(({ text }) => text);

// The first six are Microsoft's own: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
test.each([
  [String.raw`"a b c" d e`, ['a b c', 'd', 'e']],
  [String.raw`"ab\"c" "\\" d`, ['ab"c', '\\', 'd']],
  [String.raw`a\\\b d"e f"g h`, ['a\\\\\\b', 'de fg', 'h']],
  [String.raw`a\\\"b c d`, [String.raw`a\"b`, 'c', 'd']],
  [String.raw`a\\\\"b c" d e`, [String.raw`a\\b c`, 'd', 'e']],
  [String.raw`a"b"" c d`, ['ab" c d']],
  ['  account \t show ', ['account', 'show']],
  ['', []],
  ['login -p ""', ['login', '-p', '']],
  ['"never closed', ['never closed']],
  [
    `--query "[?name=='a & b'].{n: name}" 50%% 100%PATH% ^ ! ü 日本 🧭`,
    ['--query', `[?name=='a & b'].{n: name}`, '50%%', '100%PATH%', '^', '!', 'ü', '日本', '🧭'],
  ],
  [
    String.raw`--certificate "C:\My certificates\\" x`,
    ['--certificate', 'C:\\My certificates\\', 'x'],
  ],
])('%s', (line, words) => {
  expect(textsOf(line)).toEqual(words);
});

test('each word knows where it begins, so that a line can be cut there', () => {
  const line = 'run  --tenant "a b" -- node -e "1 && 2"';
  const [, , , , program] = splitCommandLine(line);
  expect(line.slice(program?.start)).toBe('node -e "1 && 2"');
});
