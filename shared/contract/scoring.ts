/** Sealed rounds of scoring, and what they say once they are opened. */
import { z } from 'zod';
import { type Area, Constituency } from '../domain/codes.ts';
import type { MissingValue, Texts } from '../domain/fields.ts';
import { ChangeId, RecordId } from '../domain/ids.ts';
import { BallotScores, Criterion } from '../domain/records/diagnosis.ts';
import { SCALES } from '../domain/scales.ts';
import type { HeatCell } from '../domain/scoring/grids.ts';
import { type CriterionCode, MOST_SCORED, type RoundPhase, type TallyRow } from '../domain/scoring/types.ts';
import { call } from './call.ts';
import { DossierRef, Language } from './common.ts';
import { TextMembers } from './texts.ts';

export type { RoundPhase };

type By<T> = { readonly [C in Constituency]: T };

export interface RoundRow {
  readonly id: string;
  readonly number: string;
  readonly title: Texts;
  readonly phase: RoundPhase;
  readonly deficits: readonly string[];
  readonly criteria: readonly CriterionCode[];
  readonly fixedAt: string | null;
  readonly openedAt: string | null;
  /** Ballots so far, or when it was opened. */
  readonly ballots: By<number>;
  /** False in a copy that has the round without its ballots: they lie where it was begun. */
  readonly isHere: boolean;
  /** The fields that copies set differently and a person decides on. */
  readonly conflicts: readonly string[];
  /** One copy gave it up while another went on: nothing is cast or opened before a person has decided. */
  readonly isUndecided: boolean;
  /** Opened elsewhere, while the ballots given in this copy are still sealed and may be opened as well. */
  readonly mayStillOpen: boolean;
  /** Each copy that began the round opens its own ballots: the one that stands first. Mostly there is one. */
  readonly openings: readonly OpeningRow[];
}

/** One opening of a round, with the ballots of one copy. */
export interface OpeningRow {
  /** The change that wrote it. */
  readonly id: string;
  readonly at: string;
  readonly ballots: By<number>;
  /** Of the copy in which it was opened; empty for the first. */
  readonly letter: string;
}

type Said<T> = { readonly [C in Constituency]?: T | MissingValue };

/** What the constituencies have stated of a deficit: never a mean of them, and never a single person's score. */
export interface StatedRow {
  readonly id: string;
  readonly number: string;
  readonly title: Texts;
  readonly severity: Said<number>;
  readonly prevalence: Said<string>;
  readonly evidenceHeld: Said<string>;
  /** As it was recorded without a constituency; null where it was not. */
  readonly evidenceStrength: string | MissingValue | null;
  /** How many items of evidence each agrees with and contests. */
  readonly evidence: {
    readonly items: number;
    readonly agreed: By<number>;
    readonly contested: By<number>;
  };
}

export interface Stated {
  /** All deficits that stand. */
  readonly deficits: number;
  /** Severity by constituency and area, over all of them. */
  readonly cells: readonly HeatCell[];
  /** Those furthest apart, at most `MOST_STATED`. */
  readonly rows: readonly StatedRow[];
}

/** A deficit of a round, as it is called now. */
export interface ScoredDeficit {
  readonly id: string;
  readonly number: string;
  readonly title: Texts;
  readonly area: Area | null;
  /** In the bin since. */
  readonly withdrawn: boolean;
  /** The number of the deficit that took up its wording since: it counts where it went. */
  readonly joinedInto: string | null;
}

const RoundRef = DossierRef.extend({ round: RecordId });
/** Digits as they were typed; what is wrong with them is answered by the call. */
const OpeningCode = z.string().min(1).max(200);

export const scoringCalls = {
  'scoring.list': call<RoundRow[]>()(DossierRef),
  /** Read in slices: of a large register it takes a moment, in which other calls are answered. */
  'scoring.stated': call<Stated>()(DossierRef.extend({ by: z.enum(['any', ...SCALES]).optional() })),
  'scoring.deficits': call<ScoredDeficit[]>()(RoundRef),
  /** Makes a round, or changes one that has not begun. */
  'scoring.prepare': call<RoundRow>()(
    DossierRef.extend({
      round: RecordId.optional(),
      title: TextMembers,
      deficits: z.array(RecordId).min(1).max(MOST_SCORED),
      criteria: z.array(Criterion).min(1),
    }),
  ),
  /** Fixes what is scored. The codes are in this answer and nowhere else, ever. */
  'scoring.begin': call<{ readonly round: RoundRow; readonly codes: By<readonly string[]> }>()(RoundRef),
  'scoring.cast': call<RoundRow>()(
    RoundRef.extend({
      constituency: Constituency,
      scores: BallotScores,
      onPaper: z.literal(true).optional(),
    }),
  ),
  'scoring.open': call<RoundRow>()(
    RoundRef.extend({ codes: z.object({ G: OpeningCode, E: OpeningCode, W: OpeningCode }) }),
  ),
  'scoring.abandon': call<RoundRow>()(RoundRef),
  /**
   * Decides what copies set differently. With `publicKey` goes the time of that beginning, with `openedAt` all that
   * was counted in that opening; the other opening stays in the ledger and is still answered by `scoring.results`.
   */
  'scoring.resolve': call<RoundRow>()(
    RoundRef.extend({
      field: z.string().max(120),
      value: z.json(),
      reason: z.string().trim().min(1).max(2000),
    }),
  ),
  /** Of the opening that stands, or of another one. Refused with `scoring.sealed` before the opening. */
  'scoring.results': call<TallyRow[]>()(RoundRef.extend({ opening: ChangeId.optional() })),
  /** A sheet of paper to score on. Followed by `export.status` and ended by `export.cancel`. */
  'scoring.sheet': call<{ jobId: string }>()(RoundRef.extend({ languages: z.array(Language).min(1).max(4) })),
} as const;
