export type Field = HTMLInputElement | HTMLTextAreaElement;

/** What lies in a field since something was pasted. */
export interface Pasted {
  readonly field: Field;
  readonly at: number;
  /** As it lies in the field. */
  readonly text: string;
  /** As it was pasted. */
  readonly original: string;
}

const letters = (text: string): string => text.replace(/\s+/g, '');

/**
 * What was pasted, from the clipboard and from what lies in the field. A field of one line has lost the breaks of the
 * lines, and with them the order of lines that a PDF holds backwards; where more than blanks was lost, what lies there
 * is all that can be put in its place.
 */
export function originalOf(clipboard: string, lies: string): string {
  const copied = clipboard.replace(/\r\n?/g, '\n');
  return letters(copied) === letters(lies) ? copied : lies;
}

/** A text of several lines as a field of one line holds it. */
export const inOneLine = (text: string): string => text.replace(/[^\S\n]*\n\s*/g, ' ');
