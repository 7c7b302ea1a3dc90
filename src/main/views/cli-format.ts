import { printable } from './cli-printable.ts';
import type { Json } from '../../shared/json.ts';

/** What a command answers: a value, and rows of it where a table shows other columns than the value has. */
export interface CliAnswer {
  readonly value: Json;
  readonly table?: readonly CliRow[];
}

export type CliRow = Readonly<Record<string, Json>>;

export const outputFormats = ['json', 'jsonc', 'table', 'tsv', 'none'] as const;

export type OutputFormat = (typeof outputFormats)[number];

/**
 * An answer as Azure CLI prints it, closing line break included (knack's `output.py`,
 * https://github.com/microsoft/knack/blob/dev/knack/output.py). We print no colour, so `jsonc` is JSON.
 */
export function formatAnswer({ value, table }: CliAnswer, format: OutputFormat): string {
  switch (format) {
    case 'json':
    case 'jsonc':
      return `${JSON.stringify(sorted(value), undefined, 2)}\n`;
    case 'table':
      return formatTable(table ?? rowsOf(value).map(tableRow));
    case 'tsv':
      return rowsOf(value)
        .map((row) => `${tsvRow(row)}\n`)
        .join('');
    case 'none':
      return '';
  }
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !isList(value);

const rowsOf = (value: Json): readonly Json[] => (isList(value) ? value : [value]);

const entriesOf = (value: Readonly<Record<string, Json>>): [string, Json][] =>
  Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));

function sorted(value: Json): Json {
  if (isList(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(entriesOf(value).map(([name, inner]) => [name, sorted(inner)]));
}

/** Python's `str()`, which is what Azure CLI's table and tsv show of a single value. */
function plain(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' ? '' : String(value);
}

/** A list counts its items and an object is left empty, so that the number of columns stays the same. */
function tsvCell(value: Json): string {
  return isList(value) ? String(value.length) : plain(value);
}

function tsvRow(row: Json): string {
  if (isList(row)) return row.map(tsvCell).join('\t');
  if (isObject(row))
    return entriesOf(row)
      .map(([, value]) => tsvCell(value))
      .join('\t');
  return typeof row === 'boolean' ? String(row) : plain(row);
}

const hidden = new Set(['id', 'type', 'etag']);

/** The columns that Azure CLI finds by itself: single values, by name, with a capital, without ids. */
function tableRow(row: Json): CliRow {
  if (!isObject(row)) return { Result: row };
  const shown = entriesOf(row).filter(
    ([name, value]) => !hidden.has(name) && value !== null && typeof value !== 'object',
  );
  return Object.fromEntries(
    shown.map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]),
  );
}

/**
 * The `simple` table of Python's tabulate: a line of dashes under the names, two blanks between columns, and none narrower
 * than its name and two more.
 */
function formatTable(rows: readonly CliRow[]): string {
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
  value === undefined || value === null ? '' : printable(plain(value));

const width = (text: string): number => [...text].length;
