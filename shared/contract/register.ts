import { z } from 'zod';
import { AREAS, CONFIDENTIALITY, type Constituency } from '../domain/codes.ts';
import { OUTCOMES, type Outcome } from '../domain/position.ts';
import type { CostLine } from '../domain/records/index.ts';
import { call } from './call.ts';
import { type DossierInfo, DossierRef, Language } from './common.ts';

/** Filters of the register. Rows come in windows: the page asks for what it shows. */
export const RegisterFilter = z.object({
  search: z.string().max(200).optional(),
  area: z.enum([...AREAS, 'none']).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  confidentiality: z.enum(CONFIDENTIALITY).optional(),
  flag: z.enum(['conflict', 'changed-since', 'no-strategy', 'no-evidence', 'joined']).optional(),
});
export type RegisterFilter = z.infer<typeof RegisterFilter>;

export const REGISTER_SORTS = ['number', 'title', 'area', 'severity', 'outcome', 'edited'] as const;
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

export const registerCalls = {
  'dossier.info': call<DossierInfo>()(DossierRef),
  'dossier.overview': call<Overview>()(DossierRef),
  /** The L9 version id of section main; equal ids mean equal states, equal content may differ in id. */
  'dossier.version': call<{ versionId: string; changes: number; asOf: string }>()(DossierRef),
  'register.window': call<RegisterWindow>()(
    DossierRef.extend({
      lang: Language,
      filter: RegisterFilter,
      sort: z.enum(REGISTER_SORTS),
      descending: z.boolean(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
  ),
  'register.facets': call<RegisterFacets>()(DossierRef.extend({ filter: RegisterFilter })),
  /** Where a record stands in a sorted, filtered register: to come back to the row it was left at. */
  'register.position': call<{ index: number | null }>()(
    DossierRef.extend({
      lang: Language,
      filter: RegisterFilter,
      sort: z.enum(REGISTER_SORTS),
      descending: z.boolean(),
      id: z.uuid(),
    }),
  ),
  'search.jump': call<JumpHit[]>()(
    DossierRef.extend({ text: z.string().max(200), lang: Language, limit: z.int().min(1).max(50) }),
  ),
  'strategy.list': call<StrategyRow[]>()(DossierRef),
} as const;
