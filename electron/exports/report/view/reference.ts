/** `014b` or `D-014b` -> `D-014b`. */
export const reference = (letter: 'D' | 'S' | 'C' | 'V', number: string): string =>
  number === '' ? '–' : /^[A-Z]-/.test(number) ? number : `${letter}-${number}`;
