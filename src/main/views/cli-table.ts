import type { Json } from '../../shared/json.ts';
import { plainName } from '../../shared/plain-name.ts';
import { pythonText } from './cli-python-text.ts';
import { columnsOf } from './cli-columns.ts';

/**
 * The `simple` table of Python's tabulate: a line of dashes under the names, two blanks between columns, and none narrower
 * than its name and two more. Without a column it is an empty line.
 */
export function formatTable(rows: readonly Readonly<Record<string, Json>>[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (names.length === 0) return '\n';
  const cells = rows.map((row) => names.map((name) => cellText(row[name])));
  const widths = names.map((name, column) =>
    Math.max(width(name) + 2, ...cells.map((line) => width(line[column] ?? ''))),
  );
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - width(text)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((each) => '-'.repeat(each));
  return [names, rule, ...cells].map((texts) => `${line(texts)}\n`).join('');
}

const cellText = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : plainName(pythonText(value));

const width = (text: string): number =>
  [...text].reduce((columns, letter) => columns + columnsOf(letter), 0);
