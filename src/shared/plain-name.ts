/**
 * Characters that no name of one line needs: controls, line ends, and what turns the direction of writing round for all that
 * follows (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters). The marks LRM, RLM and ALM are none of them:
 * they turn no letter round, and put the signs of an Arabic or Hebrew name in their place.
 */
const lineEnds = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
const turns = /[\u202A-\u202E\u2066-\u2069]/gu;

/** A name that somebody else chose, as it may stand in a menu, a sentence or a terminal: one line that reads as it is written. */
export const plainName = (name: string): string =>
  name.replaceAll(turns, '').replaceAll(lineEnds, ' ').trim();

export const isPlain = (name: string): boolean => plainName(name) === name.trim();
