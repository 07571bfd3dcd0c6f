/**
 * What an edition holds: the only thing exporters, and through them readers, ever get.
 *
 * The types make two of the unbending rules hold by construction: a `StatedPosition` with value
 * 'agree-with-reservation' cannot exist without its reservation, and a deficit, clause or strategy cannot
 * exist here without the positions of all three constituencies.
 */

import type { Coded } from './coded.ts';
import type {
  AbsenceReason,
  Area,
  Attribution,
  Confidentiality,
  Constituency,
  Money,
  PositionValue,
  Seat,
} from './codes.ts';
import type {
  ContentCause,
  ContentLink,
  ContentNationalCode,
  ContentNorm,
  ContentRound,
} from './content-diagnosis.ts';
import type { Texts } from './fields.ts';
import type { Lang } from './languages.ts';
import type { DecisionRule, Outcome, QuorumRule } from './position.ts';
import type { CostLine } from './records/strategy.ts';

export type { Coded } from './coded.ts';

export const EDITIONS = ['public', 'restricted', 'internal'] as const;
export type Edition = (typeof EDITIONS)[number];

type Qualified = 'does-not-agree' | 'divided' | 'no-position';
type Stance =
  | { readonly value: 'agree-with-reservation'; readonly reservation: Texts }
  | { readonly value: Qualified; readonly reservation?: Texts }
  | { readonly value: Exclude<PositionValue, Qualified | 'agree-with-reservation'> };

/** One organization's differing stance; its name is withheld (null) where attribution does not allow it. */
export type OrganizationStance = Stance & { readonly organization: string | null };

export type StatedPosition = Stance & {
  readonly mandate?: 'mandated' | 'subject-to-consultation';
  readonly readBackAt?: string;
  /** Asked and did not answer; only with 'no-position'. */
  readonly silent?: true;
  readonly organizations: readonly OrganizationStance[];
  /** The judged text has changed since this position was taken. */
  readonly changedSince: boolean;
  /** Other values recorded at the same time and not yet resolved, each with its reservation. */
  readonly contested: readonly Stance[];
};
export type StatedPositions = { readonly [C in Constituency]: StatedPosition };

export interface Decided {
  readonly positions: StatedPositions;
  readonly outcome: Outcome;
  /** Who spoke for each constituency: internal edition only. */
  readonly spokespersons?: { readonly [C in Constituency]?: string };
}

interface Item {
  readonly id: string;
  readonly confidentiality: Confidentiality;
  /** The day an embargo was lifted; null while it stands or where there is none. */
  readonly released: string | null;
  /** Flat fields two people set differently and nobody has resolved yet. */
  readonly inConflict: readonly string[];
}

export interface ContentEvidence {
  readonly id: string;
  readonly kind: Coded<'indicator' | 'document' | 'testimony' | 'legal'>;
  readonly indicator: string | null;
  readonly year: Coded<number>;
  readonly figure: Coded<string>;
  readonly unit: string | null;
  readonly source: Texts;
  readonly geography: Texts;
  readonly quote: Texts;
  readonly date: string | null;
  readonly strength: Coded<'anecdotal' | 'limited' | 'moderate' | 'strong'>;
  readonly standing: { readonly [C in Constituency]?: 'agreed' | 'contested' };
  readonly attachment: { readonly sha256: string; readonly mediaType: string; readonly size: number } | null;
  /** Id of the cause or effect it speaks for. */
  readonly cause: string | null;
  /** Reference area, sex, class and status of an ILOSTAT observation, as ILOSTAT codes them. */
  readonly refArea: string | null;
  readonly sex: string | null;
  readonly classification: string | null;
  readonly observation: string | null;
  readonly note: Texts;
  /** The day the figure was taken from its source. */
  readonly vintage: string | null;
}

export interface ContentComment extends Item {
  /** Null where attribution allows no group to be named. */
  readonly constituency: Constituency | null;
  readonly body: Texts;
  readonly date: string | null;
  readonly resolved: boolean;
}

export interface ContentDeficit extends Item, Decided {
  readonly number: string;
  readonly title: Texts;
  readonly statement: Texts;
  readonly area: Coded<Area>;
  readonly subTopic: Coded<string>;
  readonly affectedGroups: readonly string[];
  readonly grounds: readonly string[];
  readonly instruments: readonly string[];
  readonly sdgTargets: readonly string[];
  readonly sdgIndicators: readonly string[];
  readonly severity: { readonly [C in Constituency]: Coded<number> };
  readonly prevalence: {
    readonly [C in Constituency]: Coded<'isolated' | 'localized' | 'widespread' | 'systemic'>;
  };
  /** As it was recorded without a constituency. */
  readonly evidenceStrength: Coded<'anecdotal' | 'limited' | 'moderate' | 'strong'>;
  readonly evidenceHeld: {
    readonly [C in Constituency]: Coded<'anecdotal' | 'limited' | 'moderate' | 'strong'>;
  };
  readonly geography: Texts;
  readonly sector: Coded<string>;
  readonly formality: Coded<'formal' | 'informal' | 'both'>;
  readonly nextStep: Texts;
  readonly priorityRank: number | null;
  readonly session: string | null;
  readonly priorityProgrammes: readonly string[];
  /** Whose card it was; withheld where no group may be named. */
  readonly raisedBy: Coded<Seat>;
  readonly captured: 'screen' | 'paper' | 'import' | null;
  /** Ids of the deficits it was joined or split from, those this edition holds. */
  readonly parents: readonly string[];
  readonly origin: 'joined' | 'split' | null;
  readonly joinedInto: string | null;
  readonly objections: { readonly [C in Constituency]?: Texts };
  readonly norms: readonly ContentNorm[];
  readonly causes: readonly ContentCause[];
  readonly evidence: readonly ContentEvidence[];
  readonly comments: readonly ContentComment[];
  readonly clauses: readonly ContentClause[];
}

export interface ContentClause extends Item, Decided {
  readonly number: string;
  readonly subject: string | null;
  readonly session: string | null;
  readonly body: Texts;
}

export interface ContentAction {
  readonly id: string;
  readonly order: number;
  readonly title: Texts;
  readonly responsible: Texts;
  readonly responsibleOrganization: string | null;
  readonly partners: Texts;
  readonly start: Coded<string>;
  readonly end: Coded<string>;
  /** Minor units, by year; public edition: withheld. */
  readonly cost: Coded<{ readonly [year: string]: Money }>;
  readonly ownFunds: Coded<{ readonly [year: string]: Money }>;
  readonly functionalArea: Coded<string>;
  readonly indicator: string | null;
  readonly target: Texts;
}

export interface ContentStrategy extends Item, Decided {
  readonly number: string;
  readonly title: Texts;
  readonly objective: Texts;
  readonly area: Coded<Area>;
  /** Ids of the deficits answered, those this edition holds only. */
  readonly deficits: readonly string[];
  readonly functionalAreas: readonly string[];
  readonly priorityProgramme: Coded<string>;
  readonly collectiveBargaining: Coded<boolean>;
  readonly instruments: readonly string[];
  readonly sdgTargets: readonly string[];
  readonly planLink: Texts;
  readonly session: string | null;
  readonly actions: readonly ContentAction[];
  readonly costs: readonly CostLine[];
  readonly comments: readonly ContentComment[];
  readonly clauses: readonly ContentClause[];
}

export interface ContentParticipant {
  readonly id: string;
  readonly name: string | null;
  readonly seat: Seat;
  readonly organization: string | null;
  readonly role: Texts;
  readonly sex: Coded<'F' | 'M' | 'X'>;
  readonly standing: Coded<'titular' | 'alternate' | 'adviser'>;
  readonly spokesperson: boolean;
}

export interface ParticipationCount {
  readonly seat: Seat;
  readonly sex: 'F' | 'M' | 'X' | 'missing';
  readonly standing: 'titular' | 'alternate' | 'adviser' | 'missing';
  readonly count: number;
}

export interface EditionContent {
  readonly format: 'hiwar-dialogue';
  readonly formatVersion: 1;
  readonly edition: Edition;
  /** L9 version id of the state this was made from. */
  readonly versionId: string;
  /** Day of the newest change: the date of every document made from this content. */
  readonly asOf: string;
  /** True until everything in it is agreed by the three constituencies as it stands: printed on every page. */
  readonly draft: boolean;
  readonly illustrative: boolean;
  readonly codelists: { readonly [list: string]: string };
  readonly dossier: {
    readonly id: string;
    readonly title: Texts;
    readonly country: Coded<string>;
    readonly languages: readonly Lang[];
    readonly start: Coded<string>;
    readonly end: Coded<string>;
    readonly convenor: Texts;
    readonly legalBasis: Texts;
    readonly scope: Texts;
    readonly areas: readonly Area[];
    readonly decisionRule: Coded<DecisionRule>;
    readonly quorumRule: Coded<QuorumRule>;
    readonly attribution: Coded<Attribution>;
    readonly useOfResults: Texts;
    readonly keeper: Texts;
    readonly keeperAgreed: readonly Constituency[];
    readonly authenticLanguage: Coded<Lang>;
    readonly interpretation: Texts;
    readonly method: Texts;
    readonly conclusions: Texts;
    /** Whether grounds of discrimination beyond C111 article 1(1)(a) were asked. */
    readonly widerGrounds: Coded<'asked'>;
    readonly areaLabels: { readonly [A in Area]?: Texts };
    readonly constituencyLabels: { readonly [C in Constituency]?: Texts };
  };
  readonly organizations: readonly {
    readonly id: string;
    readonly name: Texts;
    readonly acronym: string | null;
    readonly seat: Coded<Seat>;
    readonly kind: string | null;
  }[];
  readonly participation: readonly ParticipationCount[];
  /** People: internal edition only. */
  readonly participants?: readonly ContentParticipant[];
  readonly absences: readonly {
    readonly id: string;
    readonly constituency: Coded<Constituency>;
    readonly organization: string | null;
    readonly reason: Coded<AbsenceReason>;
    readonly note: Texts;
    readonly writtenBy: Coded<Constituency>;
    readonly date: string | null;
  }[];
  readonly sessions: readonly {
    readonly id: string;
    readonly title: Texts;
    readonly place: Texts;
    readonly start: string | null;
    readonly end: string | null;
    readonly areas: readonly string[];
    readonly attribution: Coded<Attribution>;
    readonly agenda: Texts;
  }[];
  readonly statements: readonly {
    readonly id: string;
    readonly constituency: Constituency;
    readonly body: Texts;
  }[];
  readonly deficits: readonly ContentDeficit[];
  readonly strategies: readonly ContentStrategy[];
  /** Clauses that belong to no exported deficit or strategy. */
  readonly clauses: readonly ContentClause[];
  readonly links: readonly ContentLink[];
  readonly nationalCodes: readonly ContentNationalCode[];
  readonly rounds: readonly ContentRound[];
  /** How many records this edition leaves out, by type: readers learn that, and nothing of what. */
  readonly leftOut: { readonly [recordType: string]: number };
  /** Gaps of the ledger known at that moment (L5). */
  readonly gaps: number;
}
