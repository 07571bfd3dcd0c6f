/** What an edition says of the diagnosis: norms, causes and effects, links, national codes, opened rounds. */

import type { Coded } from './coded.ts';
import type { Constituency } from './codes.ts';
import type { Texts } from './fields.ts';
import type { Cause, Link, NationalCode, Norm, Round } from './records/index.ts';

export interface ContentNorm {
  readonly id: string;
  readonly kind: Coded<NonNullable<Norm['kind']>>;
  readonly instrument: string | null;
  readonly article: string | null;
  readonly ratification: Coded<'in-force' | 'not-in-force' | 'denounced' | 'not-ratified'>;
  readonly ratifiedOn: string | null;
  /** The day as of which the ratification status holds. */
  readonly checkedOn: string | null;
  readonly comment: NonNullable<Norm['comment']> | null;
  readonly body: string | null;
  readonly year: number | null;
  readonly reference: string | null;
  readonly text: Texts;
}

export interface ContentCause {
  readonly id: string;
  readonly kind: NonNullable<Cause['kind']>;
  /** Id of the one it lies behind, where this deficit has it. */
  readonly under: string | null;
  readonly order: number;
  readonly body: Texts;
}

export interface ContentLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: NonNullable<Link['kind']>;
  readonly note: Texts;
}

export interface ContentNationalCode {
  readonly id: string;
  readonly list: NonNullable<NationalCode['list']>;
  readonly code: string;
  readonly parent: string;
  readonly label: Texts;
}

/** How often each step from 1 to 4 was given. */
export type StepCounts = readonly [number, number, number, number];

export interface ContentTally {
  readonly id: string;
  readonly deficit: string;
  readonly criterion: NonNullable<Round['criteria']>[number];
  /** Withheld where fewer than three people of a constituency gave a score. */
  readonly counts: { readonly [C in Constituency]: Coded<StepCounts> };
}

/** A round of scoring that was opened; what is still sealed is in no edition. */
export interface ContentRound {
  readonly id: string;
  readonly number: string;
  readonly title: Texts;
  readonly criteria: readonly ContentTally['criterion'][];
  readonly openedAt: string;
  readonly ballots: { readonly [C in Constituency]: number };
  readonly tallies: readonly ContentTally[];
}
