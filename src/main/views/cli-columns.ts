/** Letters of East Asian scripts, their punctuation and full-width forms, and pictures in colour: two columns each. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Emoji_Presentation}\u3000-\u303e\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]/u;

/** Half-width forms are of those scripts too. */
const half = /[\uff61-\uffdc]/;

/** What stands on the letter before it, or is not seen. */
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many columns of a terminal a letter takes (https://www.unicode.org/reports/tr11/). */
export function columnsOf(letter: string): 0 | 1 | 2 {
  if (none.test(letter)) return 0;
  return wide.test(letter) && !half.test(letter) ? 2 : 1;
}
