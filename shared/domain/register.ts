/** Words of the register that page and services share. No parser here: the page brings none. */

/** How the register may be put in groups. */
export const REGISTER_GROUPS = ['area', 'outcome', 'priority'] as const;
export type RegisterGroup = (typeof REGISTER_GROUPS)[number];

/** Ranks of priority in bands; `none` where nobody gave one. */
export const PRIORITY_BANDS = ['1-5', '6-10', '11-20', 'later', 'none'] as const;
export type PriorityBand = (typeof PRIORITY_BANDS)[number];

/** First and last rank of a band. */
export const BAND_RANKS: { readonly [B in Exclude<PriorityBand, 'none'>]: readonly [number, number] } = {
  '1-5': [1, 5],
  '6-10': [6, 10],
  '11-20': [11, 20],
  later: [21, 10_000],
};

/** What a row can show besides its light columns: read from the ledger, for the rows on screen alone. */
export const EXTRA_COLUMNS = [
  'prevalence',
  'evidenceHeld',
  'evidenceStrength',
  'affectedGroups',
  'sector',
  'priority',
  'raisedBy',
] as const;
export type ExtraColumn = (typeof EXTRA_COLUMNS)[number];

/** Single values and sets of codes that many deficits may be given in one step. */
export const CODED_VALUES = ['area', 'subTopic', 'sector', 'formality', 'confidentiality'] as const;
export type CodedValue = (typeof CODED_VALUES)[number];
export const CODED_SETS = [
  'affectedGroups',
  'grounds',
  'instruments',
  'sdgTargets',
  'sdgIndicators',
  'priorityProgrammes',
] as const;
export type CodedSet = (typeof CODED_SETS)[number];

/** Deficits that one step may code. */
export const CODED_AT_MOST = 10_000;

/** What coding would do to one deficit, and why it would leave it alone. */
export const CODING_STATES = ['changes', 'same', 'conflict', 'withdrawn', 'missing'] as const;
export type CodingState = (typeof CODING_STATES)[number];
