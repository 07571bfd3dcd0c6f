export type Field = HTMLInputElement | HTMLTextAreaElement;

/** What lies in a field since something was pasted. */
export interface Pasted {
  readonly field: Field;
  readonly at: number;
  readonly text: string;
}
