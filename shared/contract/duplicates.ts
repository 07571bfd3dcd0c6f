/** Deficits that say the same: suggested, joined, split. */
import { z } from 'zod';
import { Area, Code, Constituency } from '../domain/codes.ts';
import type { Difference } from '../domain/duplicates/marks.ts';
import type { Stays } from '../domain/duplicates/stays.ts';
import type { Texts } from '../domain/fields.ts';
import { RecordId } from '../domain/ids.ts';
import { call } from './call.ts';
import { DossierRef, Language, type RecordView } from './common.ts';
import { Pasted, TextMembers } from './texts.ts';

const One = DossierRef.extend({ id: RecordId });
const Reason = z.string().trim().min(1).max(2000);
const Part = z.object({ title: TextMembers, statement: TextMembers, pasted: Pasted.optional() });

/** Two deficits that may be one. `a` is the one asked about, or the one recorded first. */
export interface SimilarPair {
  readonly a: string;
  readonly b: string;
  /** 0 to 1. */
  readonly score: number;
  /** What both say, the rarest first, as `placesOf` finds it again in either text. */
  readonly words: readonly string[];
  /** What speaks against it. */
  readonly differs: readonly Difference[];
}

export interface Suggestions {
  readonly pairs: readonly SimilarPair[];
  /** Of the register: deficits compared so far, and how many there are: asked again until both are the same. */
  readonly compared: number;
  readonly total: number;
  /** Pairs that were said not to be the same. */
  readonly setAside: number;
}

/** A wording in the line of a deficit. */
export interface LineageEntry {
  readonly id: string;
  readonly number: string | null;
  readonly title: Texts;
  readonly statement: Texts;
  readonly withdrawn: boolean;
  /** A parent of a parent. */
  readonly isDistant: boolean;
}
export interface DeficitLineage {
  readonly origin: 'joined' | 'split' | null;
  readonly parents: readonly LineageEntry[];
  readonly children: readonly (LineageEntry & { readonly origin: 'joined' | 'split' | null })[];
  readonly joinedInto: LineageEntry | null;
  readonly isInCycle: boolean;
  /** Parents that are not in this dossier. */
  readonly missing: number;
  /** What would go to the bin with a joined deficit if it were taken apart. */
  readonly stays: Stays;
}

/** What became of a joined deficit that was taken apart again. */
export interface Separated {
  readonly restored: readonly string[];
  /** Joined in two ways in two copies: a person resolves that. */
  readonly contested: readonly string[];
  readonly stays: Stays;
}

export const duplicateCalls = {
  /** Of one deficit, or of the register as a whole, worked out a little at a time. */
  'duplicates.suggest': call<Suggestions>()(
    DossierRef.extend({ id: RecordId.optional(), limit: z.int().min(1).max(500) }),
  ),
  'duplicates.lineage': call<DeficitLineage>()(One),
  /** Makes a new deficit of several wordings. They stay, with all that was said of them; nothing of it moves. */
  'duplicates.join': call<RecordView<'deficit'>>()(
    DossierRef.extend({
      ids: z.array(RecordId).min(2).max(20),
      title: TextMembers,
      statement: TextMembers,
      pasted: Pasted.optional(),
      area: Area.nullable().optional(),
      subTopic: Code.nullable().optional(),
      reason: Reason.optional(),
    }),
  ),
  'duplicates.split': call<{ readonly ids: readonly string[] }>()(
    One.extend({ parts: z.array(Part).min(2).max(10), reason: Reason.optional() }),
  ),
  /** Undoes a joining at any later time, as one step. */
  'duplicates.separate': call<Separated>()(One.extend({ reason: Reason })),
  /** What a constituency has against a joining or a split; an empty text takes it back. */
  'duplicates.object': call<RecordView<'deficit'>>()(
    One.extend({
      constituency: Constituency,
      lang: Language,
      text: z.string().trim().max(2000),
      pasted: Pasted.optional(),
    }),
  ),
  /** The pair is not the same, or is again worth a look. Kept beside the ledger of this copy. */
  'duplicates.dismiss': call<null>()(
    DossierRef.extend({ a: RecordId, b: RecordId, isSame: z.boolean().optional() }),
  ),
  'duplicates.recall': call<null>()(DossierRef),
} as const;
