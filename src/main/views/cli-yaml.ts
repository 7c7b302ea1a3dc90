import { stringify } from 'yaml';
import type { Json } from '../../shared/json.ts';

/**
 * YAML as PyYAML's `safe_dump` writes it, which Azure CLI prints: 1.1, keys sorted, single quotes where there have to be
 * some. A single plain value is closed by three dots, because nothing else says that it is over.
 */
export function formatYaml(value: Json): string {
  const text = stringify(value, {
    version: '1.1',
    sortMapEntries: true,
    singleQuote: true,
    indentSeq: false,
  });
  const isOpen = typeof value !== 'object' && !/^["'|>]/.test(text);
  return isOpen ? `${text}...\n` : text;
}
