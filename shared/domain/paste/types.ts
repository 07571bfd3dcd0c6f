/** What can be wrong with text that was copied out of a PDF, each a kind of change. */
export const PASTE_KINDS = [
  'control',
  'order',
  'presentation',
  'lam-alef',
  'kashida',
  'mark',
  'split',
  'hyphen',
  'line',
  'space',
] as const;
export type PasteKind = (typeof PASTE_KINDS)[number];

/** Half open, in UTF-16 units. */
export type Range = readonly [start: number, end: number];

export interface PasteChange {
  /** The same for the same change of the same text, so that a refusal can be named. */
  readonly id: string;
  readonly kind: PasteKind;
  readonly from: Range;
  readonly to: Range;
  /** A change that is not sure is suggested and waits to be accepted. */
  readonly sure: boolean;
  readonly applied: boolean;
}

/** Ids of changes that a person decided about. */
export interface PasteChoices {
  readonly refused?: ReadonlySet<string>;
  readonly accepted?: ReadonlySet<string>;
}

export interface Cleaned {
  readonly original: string;
  readonly result: string;
  /** In the order of the original. */
  readonly changes: readonly PasteChange[];
}
