import type { Audience } from '../../shared/audience.ts';
import { audienceIds } from '../../shared/audience.ts';

/**
 * A service by its name in the list, by its address, or by the id of its application.
 *
 * @returns the sentence that says why the word is none of these: a name that is mistyped would never fit what is asked for
 */
export function readAudience(
  word: string,
): { readonly audience: Audience } | { readonly complaint: string } {
  const id = audienceIds.find((known) => known === word.toLowerCase());
  if (id !== undefined) return { audience: { kind: 'known', id } };
  if (/[.:]/.test(word) || guid.test(word)) {
    return { audience: { kind: 'resource', resource: word } };
  }
  return {
    complaint: `'${word}' is no service of the list. Choose one of: ${audienceIds.join(', ')}; or write the address of another one, or the id of its application.`,
  };
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
