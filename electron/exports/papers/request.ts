/** What the job thread is asked to make: no dossier reaches it, only content. */
import type { EditionContent } from '../../../shared/domain/content.ts';
import type { LeftOutWordings } from '../../../shared/domain/duplicates/left-out.ts';
import type { Texts } from '../../../shared/domain/fields.ts';
import type { ItemKind } from '../../../shared/domain/floor/constants.ts';
import type { Lang } from '../../../shared/domain/languages.ts';
import type { MinutesContent } from '../../../shared/domain/minutes/content.ts';
import type { CriterionCode } from '../../../shared/domain/scoring/types.ts';

export interface MinutesRequest {
  readonly kind: 'minutes';
  readonly content: MinutesContent;
  /** The restricted content of the same state. */
  readonly copy: EditionContent;
  readonly formats: readonly ('pdf' | 'docx')[];
  readonly languages: readonly Lang[];
  /** Whether the package of the copy is made beside them. */
  readonly withCopy: boolean;
}

export const SINGLE_SHEETS = ['run', 'sign-in', 'speakers', 'card', 'vote', 'reservation-slip'] as const;
export type SingleSheet = (typeof SINGLE_SHEETS)[number];

/** What one person scores on paper. There is no place for a name on it. */
export interface ScoringRequest {
  readonly number: string;
  readonly criteria: readonly CriterionCode[];
  readonly deficits: readonly { readonly number: string; readonly title: Texts }[];
}

/** Sheets to be filled in by hand: they hold no person, and of the dialogue only what is put to the room. */
export interface SheetsRequest {
  readonly kind: 'sheets';
  readonly sheets: readonly (SingleSheet | 'scoring')[];
  readonly languages: readonly Lang[];
  readonly rows: number;
  /** The day the sheets are of, `YYYY-MM-DD`: of the session, so that they are the same bytes made twice. */
  readonly day: string;
  readonly country: string | null;
  readonly illustrative: boolean;
  readonly authentic: Lang | null;
  readonly title: Texts;
  readonly constituencyLabels: EditionContent['dossier']['constituencyLabels'];
  readonly session: {
    readonly id: string;
    readonly title: Texts;
    readonly start: string | null;
    readonly startTime: string | null;
  };
  readonly agenda: readonly {
    readonly id: string;
    readonly kind: ItemKind;
    readonly title: Texts;
    readonly minutes: number;
  }[];
  /** The clause that is put; its text is fingerprinted as it was read. */
  readonly clause: { readonly number: string; readonly body: Texts; readonly fingerprint: string } | null;
  /** The round of a scoring sheet; `session` is then the round itself. */
  readonly scoring?: ScoringRequest;
}

/** The register of one edition. */
export interface RegisterRequest {
  readonly kind: 'register';
  readonly content: EditionContent;
  readonly languages: readonly Lang[];
  /** Where it is to print what its wordings came from. */
  readonly wordings?: LeftOutWordings | undefined;
}

export type PapersRequest = MinutesRequest | SheetsRequest | RegisterRequest;
