import type { Json } from '../../shared/json.ts';
import { colourJson, colourYaml } from './cli-colour.ts';
import { pythonText } from './cli-python-text.ts';
import { formatTable } from './cli-table.ts';
import { formatYaml } from './cli-yaml.ts';

/** What a command answers: a value, and rows of it where a table shows other columns than the value has. */
export interface CliAnswer {
  readonly value: Json;
  readonly table?: readonly CliRow[];
  /** What a query made this value of. Its own objects keep the order in which it names their keys; others are sorted. */
  readonly given?: ReadonlySet<Json>;
}

export type CliRow = Readonly<Record<string, Json>>;

export const outputFormats = ['json', 'jsonc', 'yaml', 'yamlc', 'table', 'tsv', 'none'] as const;

export type OutputFormat = (typeof outputFormats)[number];

/**
 * An answer as Azure CLI prints it, closing line break included (knack's `output.py`,
 * https://github.com/microsoft/knack/blob/dev/knack/output.py). A query that finds nothing prints nothing.
 *
 * @param colour whether a terminal shows it: `jsonc` and `yamlc` are plain elsewhere
 */
export function formatAnswer(answer: CliAnswer, format: OutputFormat, colour = false): string {
  const { value, table, given } = answer;
  if (value === null) return '';
  switch (format) {
    case 'json':
      return formatJson(value);
    case 'jsonc':
      return colour ? colourJson(formatJson(value)) : formatJson(value);
    case 'yaml':
      return formatYaml(value);
    case 'yamlc':
      return colour ? colourYaml(formatYaml(value)) : formatYaml(value);
    case 'table':
      return formatTable(table ?? rowsOf(value).map((row) => tableRow(row, given === undefined)));
    case 'tsv':
      return rowsOf(value)
        .map((row) => `${tsvRow(row, given?.has(row) !== false)}\n`)
        .join('');
    case 'none':
      return '';
  }
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !isList(value);

const rowsOf = (value: Json): readonly Json[] => (isList(value) ? value : [value]);

const formatJson = (value: Json): string => `${JSON.stringify(sorted(value), undefined, 2)}\n`;

function entriesOf(value: Readonly<Record<string, Json>>, sort: boolean): [string, Json][] {
  const entries = Object.entries(value);
  return sort ? entries.toSorted(([a], [b]) => (a < b ? -1 : 1)) : entries;
}

function sorted(value: Json): Json {
  if (isList(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(entriesOf(value, true).map(([name, inner]) => [name, sorted(inner)]));
}

/** A list counts its items and an object is left empty, so that the number of columns stays the same. */
function tsvCell(value: Json): string {
  if (isList(value)) return String(value.length);
  return isObject(value) ? '' : pythonText(value);
}

function tsvRow(row: Json, sort: boolean): string {
  if (isList(row)) return row.map(tsvCell).join('\t');
  if (isObject(row)) {
    const cells = entriesOf(row, sort).map(([, value]) => tsvCell(value));
    return cells.join('\t');
  }
  return typeof row === 'boolean' ? String(row) : pythonText(row);
}

const hidden = new Set(['id', 'type', 'etag']);

/** The columns that Azure CLI finds by itself: single values, by name, with a capital, without ids. */
function tableRow(row: Json, sort: boolean): CliRow {
  if (isList(row)) {
    return Object.fromEntries(row.map((value, column) => [`Column${column + 1}`, value]));
  }
  if (!isObject(row)) return { Result: row };
  const shown = entriesOf(row, sort).filter(
    ([name, value]) => !hidden.has(name) && value !== null && typeof value !== 'object',
  );
  return Object.fromEntries(
    shown.map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]),
  );
}
