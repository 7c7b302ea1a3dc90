import type { Json } from '../../shared/json.ts';

/** Python's `str()` of a value, which is what Azure CLI's tables and tsv show. */
export function pythonText(value: Json): string {
  return typeof value === 'string' ? value : representation(value);
}

function representation(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `[${value.map(representation).join(', ')}]`;
  const entries = Object.entries(value).map(
    ([name, inner]) => `'${name}': ${representation(inner)}`,
  );
  return `{${entries.join(', ')}}`;
}
