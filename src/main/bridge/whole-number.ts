/** A number that a client sent, of nine digits at most; what makes no sense is as if it was not there. */
export const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
