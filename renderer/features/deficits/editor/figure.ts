/** Figures are kept as decimal strings, so that a published 11.40 stays 11.40. */

const EASTERN = /[\u0660-\u0669\u06f0-\u06f9]/g;
const latinDigit = (digit: string): string => String((digit.codePointAt(0) ?? 0) & 0xf);
/** `1,234` is a thousand to some readers and a little over one to others: it is not guessed at. */
const AMBIGUOUS = /,.*,|,\d{3}$/;

/** A figure as people type it, in any digits and with a point or a comma, as the record keeps it. */
export function figureOf(typed: string): string {
  const plain = typed
    .trim()
    .replace(EASTERN, latinDigit)
    .replace(/[\s\u066c\u00a0\u202f]/g, '')
    .replace(/\u066b/g, '.');
  return AMBIGUOUS.test(plain) ? plain : plain.replace(',', '.');
}

export const isFigure = (figure: string): boolean => /^-?\d{1,15}(\.\d{1,10})?$/.test(figure);
