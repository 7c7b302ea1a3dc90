import { compile, search } from 'jmespath';
import type { Json } from '../../shared/json.ts';
import type { Result } from '../../shared/problem.ts';
import { fail, succeed } from '../../shared/problem.ts';
import type { CliAnswer } from './cli-format.ts';

/** Where both kinds of bad query are explained; Azure CLI names it too (`util.py`, `QUERY_REFERENCE`). */
export const queryReference =
  "To learn more about --query, please visit: 'https://docs.microsoft.com/cli/azure/query-azure-cli'";

/**
 * The answer that a JMESPath query (https://jmespath.org/specification.html) makes of another one.
 *
 * @returns nothing where the text is no query; a problem comes only when it is put to a value
 */
export function readQuery(text: string): ((answer: CliAnswer) => Result<CliAnswer>) | undefined {
  if (!isExpression(text)) return undefined;
  return ({ value }) => {
    try {
      const found = (search(value, text) ?? null) as Json;
      return succeed({ value: found, given: new Set(partsOf(value)) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `Invalid jmespath query supplied for \`--query\`: ${reason}\n${queryReference}`;
      return fail({ kind: 'invalid-input', message });
    }
  };
}

/** The library takes quotes without an end, and notices an operand that is missing only when it looks for it. */
function isExpression(text: string): boolean {
  if (/["'`]/.test(text.replace(quoted, ''))) return false;
  try {
    compile(text);
    search(null, text);
    return true;
  } catch (error) {
    return error instanceof Error && isAboutValues(error);
  }
}

const quoted = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/gs;

/** A function that is unknown or given the wrong type is told from bad grammar only by its words. */
const isAboutValues = ({ message }: Error): boolean =>
  /^(?:Unknown function|ArgumentError|TypeError)|^Invalid slice/.test(message);

/** The value, and all lists and objects within it. */
function* partsOf(value: Json): Iterable<Json> {
  yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) yield* partsOf(inner);
}
