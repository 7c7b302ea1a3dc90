/**
 * A name that somebody else chose (a tenant's, a subscription's), fit for a terminal: control characters, which could move
 * its cursor or set its title, become blanks.
 */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
