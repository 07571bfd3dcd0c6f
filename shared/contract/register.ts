import { z } from 'zod';
import { AREAS, Area, CONFIDENTIALITY, Code, Confidentiality, type Constituency } from '../domain/codes.ts';
import type { MissingValue } from '../domain/fields.ts';
import { RecordId } from '../domain/ids.ts';
import { OUTCOMES, type Outcome } from '../domain/position.ts';
import type { CostLine, Norm } from '../domain/records/index.ts';
import {
  CODED_AT_MOST,
  type CodingState,
  EXTRA_COLUMNS,
  PRIORITY_BANDS,
  type PriorityBand,
} from '../domain/register.ts';
import { call } from './call.ts';
import { type DossierInfo, DossierRef, Language, type RecordView } from './common.ts';

/** Filters of the register. Rows come in windows: the page asks for what it shows. */
export const RegisterFilter = z.object({
  search: z.string().max(200).optional(),
  area: z.enum([...AREAS, 'none']).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  confidentiality: z.enum(CONFIDENTIALITY).optional(),
  flag: z.enum(['conflict', 'changed-since', 'no-strategy', 'no-evidence', 'joined']).optional(),
  priority: z.enum(PRIORITY_BANDS).optional(),
});
export type RegisterFilter = z.infer<typeof RegisterFilter>;

export const REGISTER_SORTS = [
  'number',
  'title',
  'area',
  'severity',
  'outcome',
  'priority',
  'edited',
] as const;
export type RegisterSort = (typeof REGISTER_SORTS)[number];

export interface RegisterRow {
  readonly id: string;
  readonly number: string;
  readonly title: { readonly lang: string; readonly text: string } | null;
  readonly area: string | null;
  readonly subTopic: string | null;
  /** 1 to 4, 0 where a missing code stands. */
  readonly severity: { readonly [C in Constituency]?: number };
  readonly positions: { readonly [C in Constituency]?: string };
  readonly changedSince: readonly Constituency[];
  readonly outcome: Outcome;
  readonly inConflict: boolean;
  readonly confidentiality: string | null;
  readonly editedAt: string;
  /** Where the search matched in a longer text: a piece of it around the first hit. */
  readonly snippet: { readonly lang: string; readonly text: string } | null;
  /** Those that were asked for; a missing code is left out like what nobody gave. */
  readonly extra?: RegisterExtra;
}

export interface RegisterExtra {
  readonly prevalence?: { readonly [C in Constituency]?: string };
  readonly evidenceHeld?: { readonly [C in Constituency]?: string };
  readonly evidenceStrength?: string;
  /** How many. */
  readonly affectedGroups?: number;
  readonly sector?: string;
  readonly priority?: number;
  readonly raisedBy?: string;
}

export interface RegisterWindow {
  readonly total: number;
  readonly rows: readonly RegisterRow[];
}

export interface RegisterFacets {
  readonly all: number;
  /** Counts by area under all filters but the area's own; likewise the others. */
  readonly area: { readonly [area: string]: number };
  readonly outcome: { readonly [outcome: string]: number };
  readonly confidentiality: { readonly [level: string]: number };
  /** By band of rank, where it was asked for. */
  readonly priority?: { readonly [B in PriorityBand]?: number };
}

/** A moment of the past that can be looked back to. */
export interface RegisterMoment {
  /** Changes that had arrived by then: what `asOf` names. */
  readonly moment: number;
  readonly at: string;
  readonly kind: 'work' | 'merge' | 'session';
  /** Changes that arrived since the moment before. */
  readonly changes: number;
  /** Deficits that were known. */
  readonly deficits: number;
  /** The session that was closed then. */
  readonly session: { readonly [lang: string]: string } | null;
}

/** What coding many deficits would do, before anything is written. */
export interface CodingPreview {
  readonly counts: { readonly [S in CodingState]: number };
  /** Of those that change: how many have positions on a text that would be another then. */
  readonly judged: number;
  /** Of those that change: how many more people may read then, or with more of who spoke. */
  readonly opened: number;
  /** Those left alone, the first of them. */
  readonly kept: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: { readonly [lang: string]: string };
    readonly state: Exclude<CodingState, 'changes'>;
  }[];
}

/** A ratification that was looked up, and the number of the deficit whose reference holds it. */
export interface LookedUp {
  readonly ratification: Exclude<Norm['ratification'], MissingValue | undefined> | null;
  readonly ratifiedOn: string | null;
  readonly checkedOn: string;
  readonly number: string;
}

export interface JumpHit {
  readonly type: string;
  readonly id: string;
  readonly number: string | null;
  readonly title: { readonly lang: string; readonly text: string } | null;
}

export interface StrategyRow {
  readonly id: string;
  readonly number: string;
  readonly title: { readonly [lang: string]: string };
  readonly area: string | null;
  readonly outcome: Outcome;
  readonly positions: { readonly [C in Constituency]?: string };
  readonly changedSince: readonly Constituency[];
  readonly inConflict: boolean;
  readonly deficits: number;
  readonly actions: number;
  readonly costs: readonly CostLine[];
  readonly start: string | null;
  readonly end: string | null;
}

export interface Overview {
  readonly info: DossierInfo;
  readonly byArea: { readonly [area: string]: number };
  readonly byOutcome: { readonly [outcome: string]: number };
  readonly strategyOutcomes: { readonly [outcome: string]: number };
  /** Deficits that no strategy answers, by area. */
  readonly uncovered: { readonly [area: string]: number };
  readonly costs: readonly CostLine[];
  readonly participation: readonly {
    readonly seat: string;
    readonly women: number;
    readonly men: number;
    readonly other: number;
    readonly missing: number;
  }[];
  /** What a reader of the export will miss, most important first: a code and how many records it concerns. */
  readonly findings: readonly { readonly code: string; readonly count: number }[];
  readonly recent: readonly {
    readonly type: string;
    readonly id: string;
    readonly number: string | null;
    readonly title: { readonly [lang: string]: string };
    readonly at: string;
  }[];
}

/** The register as this dossier knew it when so many changes had arrived (L13); that of now without it. */
const AsOf = z.int().min(1).optional();
const Order = { sort: z.enum(REGISTER_SORTS), descending: z.boolean() };
const Codes = z.array(Code).max(200);

const SetCoding = z.strictObject({ add: Codes, remove: Codes }).optional();

/** Single values replace, `null` clears; of sets elements come and go. */
const Coding = z.strictObject({
  area: Area.nullable().optional(),
  subTopic: Code.nullable().optional(),
  sector: Code.nullable().optional(),
  formality: z.enum(['formal', 'informal', 'both']).nullable().optional(),
  /** Never cleared, and never what a group keeps to itself: as the editor has it. */
  confidentiality: Confidentiality.exclude(['group-internal']).optional(),
  affectedGroups: SetCoding,
  /** Refused with `grounds.not-asked` where the dialogue does not ask about one that is added. */
  grounds: SetCoding,
  instruments: SetCoding,
  sdgTargets: SetCoding,
  sdgIndicators: SetCoding,
  priorityProgrammes: SetCoding,
});
export type Coding = z.infer<typeof Coding>;
const CodingOf = DossierRef.extend({
  ids: z.array(RecordId).min(1).max(CODED_AT_MOST),
  coding: Coding,
});

export const registerCalls = {
  'dossier.info': call<DossierInfo>()(DossierRef),
  'dossier.overview': call<Overview>()(DossierRef),
  /** The L9 version id of section main; equal ids mean equal states, equal content may differ in id. */
  'dossier.version': call<{ versionId: string; changes: number; asOf: string }>()(DossierRef),
  'register.window': call<RegisterWindow>()(
    DossierRef.extend({
      lang: Language,
      filter: RegisterFilter,
      ...Order,
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
      columns: z.array(z.enum(EXTRA_COLUMNS)).max(20).optional(),
      asOf: AsOf,
    }),
  ),
  'register.facets': call<RegisterFacets>()(
    DossierRef.extend({ filter: RegisterFilter, byPriority: z.boolean().optional(), asOf: AsOf }),
  ),
  /** Where a record stands in a sorted, filtered register: to come back to the row it was left at. */
  'register.position': call<{ index: number | null }>()(
    DossierRef.extend({ lang: Language, filter: RegisterFilter, ...Order, id: z.uuid(), asOf: AsOf }),
  ),
  /** All that a filter finds, to mark them together: the first 10,000 by number. */
  'register.ids': call<{ ids: readonly string[]; total: number }>()(
    DossierRef.extend({ filter: RegisterFilter }),
  ),
  /** Moments to look back to, the latest first: pauses in the work, closings of sessions, joined copies. */
  'register.moments': call<RegisterMoment[]>()(DossierRef),
  /** One deficit as it was known then, without names of persons. */
  'register.recordAsOf': call<RecordView>()(DossierRef.extend({ id: RecordId, asOf: z.int().min(1) })),
  'register.codePreview': call<CodingPreview>()(CodingOf),
  /** Codes many deficits in one step, which one undo takes back. Those left alone are as the preview says. */
  'register.code': call<{ changed: number }>()(
    CodingOf.extend({ reason: z.string().trim().min(1).max(2000).optional() }),
  ),
  /** The newest ratification of an instrument that a reference of the dossier holds with the day it was looked up. */
  'register.lookedUp': call<LookedUp | null>()(DossierRef.extend({ instrument: Code })),
  /** The register on paper: followed by `export.status` and ended by `export.cancel`. */
  'register.print': call<{ jobId: string }>()(
    DossierRef.extend({
      edition: z.enum(['public', 'restricted']),
      languages: z.array(Language).min(1).max(4),
      /** Under each joined or split deficit the wordings it came from. */
      wordings: z.boolean().optional(),
    }),
  ),
  'search.jump': call<JumpHit[]>()(
    DossierRef.extend({ text: z.string().max(200), lang: Language, limit: z.int().min(1).max(50) }),
  ),
  'strategy.list': call<StrategyRow[]>()(DossierRef),
} as const;
