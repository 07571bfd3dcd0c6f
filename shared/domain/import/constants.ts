/** What importing tables is about: kinds, targets of columns, limits and codes. No schema is here: the page reads it. */
import type { Lang } from '../languages.ts';

export const IMPORT_KINDS = ['deficits', 'evidence', 'ratifications'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Where the text of a column may go. Names are those of the record's members, `severity.G` of one key of them. */
export const TARGETS = {
  deficits: [
    'number',
    'title',
    'statement',
    'area',
    'subTopic',
    'affectedGroups',
    'grounds',
    'instruments',
    'sdgTargets',
    'sdgIndicators',
    'severity.G',
    'severity.E',
    'severity.W',
    'prevalence.G',
    'prevalence.E',
    'prevalence.W',
    'evidenceHeld.G',
    'evidenceHeld.E',
    'evidenceHeld.W',
    'evidenceStrength',
    'geography',
    'sector',
    'formality',
    'confidentiality',
    'nextStep',
    'priorityProgrammes',
    'raisedBy',
  ],
  evidence: [
    'deficit',
    'indicator',
    'refArea',
    'year',
    'figure',
    'sex',
    'classification',
    'observation',
    'unit',
    'multiplier',
    'source',
    'note',
    'vintage',
    'geography',
    'quote',
    'strength',
  ],
  ratifications: ['country', 'instrument', 'ratifiedOn', 'ratification', 'denounced', 'note'],
} as const satisfies { readonly [K in ImportKind]: readonly string[] };
export type Target = (typeof TARGETS)[ImportKind][number];

/** Targets that are texts in a language, which the person says. */
export const TEXT_TARGETS: readonly string[] = [
  'title',
  'statement',
  'geography',
  'nextStep',
  'source',
  'note',
  'quote',
];
/** Targets that several columns may fill together. */
export const JOINING: readonly string[] = [
  'affectedGroups',
  'grounds',
  'instruments',
  'sdgTargets',
  'sdgIndicators',
  'priorityProgrammes',
  'classification',
  'note',
];
/** Without these a table of the kind says nothing. */
export const NEEDED: { readonly [K in ImportKind]: readonly Target[] } = {
  deficits: ['title'],
  evidence: ['figure'],
  ratifications: ['instrument'],
};

export const isTarget = (kind: ImportKind, name: string): name is Target =>
  (TARGETS[kind] as readonly string[]).includes(name);

export interface ColumnChoice {
  readonly target: Target | null;
  /** Of a text; the language of the table where the column does not say another. */
  readonly lang: Lang | null;
}

/**
 * What may be wrong with a cell. A `fault` keeps its row out; a `decision` keeps it out until a person takes it
 * without what is told; a `notice` is told and keeps nothing out.
 */
export const PROBLEMS = {
  'formula-value': 'notice',
  'formula-empty': 'fault',
  'error-value': 'fault',
  merged: 'notice',
  undecodable: 'fault',
  'hidden-marks': 'decision',
  'too-long': 'fault',
  'row-long': 'fault',
  'row-short': 'notice',
  required: 'fault',
  'code-unknown': 'fault',
  'code-unlisted': 'notice',
  'ground-not-asked': 'decision',
  'area-other': 'fault',
  'number-invalid': 'fault',
  'number-foreign': 'notice',
  'number-ambiguous': 'fault',
  'year-invalid': 'fault',
  'period-part': 'notice',
  'date-invalid': 'fault',
  'deficit-unknown': 'fault',
  'deficit-ambiguous': 'fault',
} as const satisfies { readonly [code: string]: 'fault' | 'decision' | 'notice' };
export type ProblemCode = keyof typeof PROBLEMS;

/** One thing that is wrong, and where: the row as spreadsheets count it, from 1, and the column by its place. */
export interface Problem {
  readonly row: number;
  /** Null where it is of the whole row. */
  readonly column: number | null;
  readonly code: ProblemCode;
  /** The beginning of what stood there; for the page alone. */
  readonly value: string;
}

/** What the reader of a file knows of a cell besides its text. */
export type CellMark = 'formula-value' | 'formula-empty' | 'error-value' | 'merged';

/** A table as it was read: texts only, rows and columns from 0, rows as long as they were. */
export interface Table {
  readonly format: 'xlsx' | 'csv' | 'json';
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
  readonly sheet: number;
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
  readonly rows: readonly (readonly string[])[];
  readonly marks: readonly (readonly [row: number, column: number, mark: CellMark])[];
}
