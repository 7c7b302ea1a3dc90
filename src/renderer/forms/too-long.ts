/** Why a text was not taken into a field, or nothing when it fits. */
export function tooLong(text: string, most: number): string | undefined {
  if (text.length <= most) return undefined;
  return `That was too long to be taken: at most ${most.toLocaleString('en-US')} characters.`;
}
