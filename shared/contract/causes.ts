/** The problem tree: causes, effects, and links among deficits. Texts are edited through `record.edit`. */
import { z } from 'zod';
import { MOVES } from '../domain/causes/moves.ts';
import { CAUSE_KINDS, type CauseMap, type CauseTree, LINK_KINDS } from '../domain/causes/types.ts';
import { RecordId } from '../domain/ids.ts';
import { call } from './call.ts';
import { DossierRef } from './common.ts';
import { Pasted, TextMembers } from './texts.ts';

const Reason = z.string().trim().min(1).max(2000);
const One = DossierRef.extend({ id: RecordId });

export const causeCalls = {
  'causes.tree': call<CauseTree>()(DossierRef.extend({ deficit: RecordId })),
  /** The deficits that have causes, effects or links, by number. */
  'causes.map': call<CauseMap>()(DossierRef),
  /** `after`: behind which neighbour; first where null, last where absent. */
  'causes.add': call<{ id: string }>()(
    DossierRef.extend({
      deficit: RecordId,
      kind: z.enum(CAUSE_KINDS),
      under: RecordId.nullable(),
      after: RecordId.nullable().optional(),
      body: TextMembers.optional(),
      pasted: Pasted.optional(),
    }),
  ),
  /**
   * One step of an outliner with all that lies under it, or (`deficit`) to the end of another deficit's causes, where
   * its evidence goes too. Answers whether there was anywhere to go. Refuses with `causes.cycle`.
   */
  'causes.move': call<{ moved: boolean }>()(
    One.extend({
      to: z.union([
        z.enum(MOVES),
        z.strictObject({ deficit: RecordId }),
        z.strictObject({ under: RecordId.nullable(), after: RecordId.nullable().optional() }),
      ]),
    }),
  ),
  /** Into the bin. What lay under it takes its place in the same step, so one undo brings all back. */
  'causes.withdraw': call<{ lifted: number }>()(One.extend({ reason: Reason.optional() })),
  /** Refuses with `causes.cycle` what would lead from a deficit back to itself, with `causes.linked` a second one. */
  'causes.link': call<{ id: string }>()(
    DossierRef.extend({
      from: RecordId,
      to: RecordId,
      kind: z.enum(LINK_KINDS),
      note: TextMembers.optional(),
      pasted: Pasted.optional(),
    }),
  ),
  'causes.unlink': call<null>()(One.extend({ reason: Reason.optional() })),
} as const;
