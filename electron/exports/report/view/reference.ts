/** `014b` or `D-014b` -> `D-014b`. */
export const reference = (letter: 'D' | 'S' | 'C' | 'V', number: string): string =>
  number === '' ? '–' : /^[A-Z]-/.test(number) ? number : `${letter}-${number}`;

interface Numbered {
  readonly number: string;
}
const countOf = ({ number }: Numbered): number => Number.parseInt(number, 10) || 0;

/** As people count: 009 before 010, and a number with the letter of a copy after the plain one. */
export const byNumber = (a: Numbered, b: Numbered): number =>
  countOf(a) - countOf(b) || (a.number < b.number ? -1 : 1);
