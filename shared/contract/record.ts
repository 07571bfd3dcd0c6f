import { z } from 'zod';
import { ChangeId, RecordId } from '../domain/ids.ts';
import type { Json } from '../domain/json.ts';
import { call } from './call.ts';
import { DossierRef, Editable, type RecordView } from './common.ts';
import { Pasted } from './texts.ts';

const Members = z.record(z.string().max(120), z.json());
const Reason = z.string().trim().min(1).max(2000);
const One = DossierRef.extend({ type: Editable, id: RecordId });

export interface HistoryEntry {
  readonly change: string;
  readonly group: string;
  readonly at: string;
  /** The actor's name where it is known and not erased; the page says "a colleague" otherwise. */
  readonly author: { readonly id: string; readonly name: string | null; readonly self: boolean };
  readonly deviceLetter: string;
  readonly kind: 'create' | 'edit' | 'withdraw' | 'restore' | 'resolve' | 'position' | 'undo';
  /** Flat fields and the values set; null where cleared; detached values only where present. */
  readonly set: { readonly [field: string]: Json };
  /** The values the change replaced, where they are known. */
  readonly before: { readonly [field: string]: Json };
  readonly reason: string | null;
}

export interface ConflictHead {
  readonly change: string;
  readonly value: Json;
  readonly at: string;
  readonly author: { readonly id: string; readonly name: string | null; readonly self: boolean };
  readonly deviceLetter: string;
}
export interface Conflict {
  readonly type: string;
  readonly id: string;
  readonly field: string;
  readonly label: { readonly [lang: string]: string };
  readonly heads: readonly ConflictHead[];
  /** The value all heads knew, where there was one: the middle of a three-way comparison. */
  readonly base: Json;
}

export interface BinEntry {
  readonly type: string;
  readonly id: string;
  readonly number: string | null;
  readonly label: { readonly [lang: string]: string };
  readonly at: string;
  readonly reason: string | null;
  readonly editedAfterWithdrawal: boolean;
}

export interface UndoState {
  readonly undo: { readonly group: string; readonly type: string; readonly kind: string } | null;
  readonly redo: { readonly group: string; readonly type: string; readonly kind: string } | null;
}

export const recordCalls = {
  'record.get': call<RecordView>()(One),
  /** Records of one type in their natural order; `of` narrows to those that name a record (evidence of a deficit). */
  'record.list': call<RecordView[]>()(
    DossierRef.extend({
      type: Editable,
      of: z.object({ field: z.string().max(60), id: RecordId }).optional(),
      withdrawn: z.boolean().optional(),
      limit: z.int().min(1).max(5000).optional(),
    }),
  ),
  'record.create': call<RecordView>()(
    DossierRef.extend({
      type: Editable,
      id: RecordId.optional(),
      members: Members,
      pasted: Pasted.optional(),
      reason: Reason.optional(),
    }),
  ),
  /** Members in the shape of `docs/format/`; only those given change. `seen` belongs to positions. */
  'record.edit': call<RecordView>()(
    One.extend({
      members: Members,
      pasted: Pasted.optional(),
      seen: z.array(ChangeId).max(2000).optional(),
      reason: Reason.optional(),
    }),
  ),
  'record.withdraw': call<RecordView>()(One.extend({ reason: Reason.optional() })),
  'record.restore': call<RecordView>()(One.extend({ reason: Reason.optional() })),
  'record.history': call<HistoryEntry[]>()(One.extend({ field: z.string().max(120).optional() })),
  'record.bin': call<BinEntry[]>()(DossierRef),
  /** Erases a person's name for good, here and in every copy that will be merged (L10). */
  'record.erase': call<null>()(One.extend({ fields: z.array(z.string().max(60)).min(1), reason: Reason })),
  'conflict.list': call<Conflict[]>()(DossierRef.extend({ id: RecordId.optional() })),
  'conflict.resolve': call<RecordView>()(
    One.extend({ field: z.string().max(120), value: z.json(), reason: Reason }),
  ),
  'undo.state': call<UndoState>()(DossierRef),
  'undo.undo': call<{ type: string; ids: string[] }>()(DossierRef),
  'undo.redo': call<{ type: string; ids: string[] }>()(DossierRef),
} as const;
