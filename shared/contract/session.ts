import { z } from 'zod';
import {
  type Attribution,
  type Confidentiality,
  type Constituency,
  Seat,
  Sex,
  Speaker,
  TurnKind,
} from '../domain/codes.ts';
import type { Texts } from '../domain/fields.ts';
import { APART, POINT_KINDS, type PointKind, STANDINGS } from '../domain/floor/constants.ts';
import type { FloorState } from '../domain/floor/state.ts';
import type { Phase, SessionKind } from '../domain/floor/types.ts';
import { IsoInstant, RecordId, Uuid } from '../domain/ids.ts';
import { LANGS, type Labels } from '../domain/languages.ts';
import type { Outcome } from '../domain/position.ts';
import { call } from './call.ts';
import { DossierRef } from './common.ts';
import { TextMembers } from './texts.ts';

/** A call about one session of an open dossier. */
export const SessionRef = DossierRef.extend({ session: RecordId });

export interface SessionRow {
  readonly id: string;
  readonly number: string | null;
  readonly title: Labels;
  readonly kind: SessionKind;
  readonly phase: Phase;
  readonly start: string | null;
  readonly startTime: string | null;
  readonly within: string | null;
  readonly constituency: Constituency | null;
  readonly table: number | null;
  readonly level: Attribution;
  readonly items: number;
  readonly minutes: number;
  readonly points: number;
  readonly decisions: number;
  readonly minutesPhase: string | null;
  readonly isLeftOpen: boolean;
}

/** One entry of the running record. */
export interface PointRow {
  readonly id: string;
  readonly number: string | null;
  readonly kind: PointKind;
  readonly item: string | null;
  readonly body: Texts;
  readonly at: string | null;
  readonly spoken: string | null;
  readonly interpreted: boolean;
  readonly seat: Seat | null;
  readonly participant: string | null;
  readonly organization: string | null;
  readonly deficit: string | null;
  readonly clause: string | null;
  readonly clauseNumber: string | null;
  /** Of the clause it became; null before it was put. */
  readonly outcome: Outcome | null;
  readonly responsible: Texts;
  readonly due: string | null;
  readonly confidentiality: Confidentiality | null;
  /** Under which it was made: nobody is named in it afterwards, however far the level is loosened. */
  readonly level: Attribution | null;
  readonly conflicts: readonly string[];
  readonly withdrawn: boolean;
  /** The text holds the name of a participant and the level allows none: a warning, nothing is refused. */
  readonly namesPerson?: boolean;
}

/** Ids that the page makes: entries, notices and turns. The same id again is the same act. */
const Id = Uuid;
const Current = Id.nullable();
const Count = z.int().min(1).max(200);

export const FloorAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('suspend'), why: z.enum(['prayer', 'meal', 'pause', 'other']) }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('next'), current: Current, entry: Id.optional() }),
  z.strictObject({ kind: z.literal('stop'), current: Id }),
  z.strictObject({ kind: z.literal('hold'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('extend'), seconds: z.int().min(-3600).max(3600) }),
  z.strictObject({ kind: z.literal('apart'), speaker: z.enum(APART), current: Current }),
  z.strictObject({
    kind: z.literal('add'),
    id: Id,
    seat: Seat,
    turn: TurnKind,
    participant: RecordId.optional(),
    /** Of one who is no participant: held in memory only. */
    name: z.string().trim().min(1).max(200).optional(),
    sex: Sex.optional(),
  }),
  z.strictObject({ kind: z.literal('remove'), entry: Id }),
  /** `before: null` is the end of the list. */
  z.strictObject({ kind: z.literal('move'), entry: Id, before: Id.nullable() }),
  z.strictObject({ kind: z.literal('item'), item: RecordId.nullable() }),
  z.strictObject({ kind: z.literal('take-back') }),
  z.strictObject({ kind: z.literal('count-gap'), notice: Id }),
  z.strictObject({ kind: z.literal('dismiss'), notice: Id }),
  z.strictObject({
    kind: z.literal('arrive'),
    seat: Seat,
    participant: RecordId.optional(),
    standing: z.enum(STANDINGS).optional(),
    sex: Sex.optional(),
    count: Count.default(1),
  }),
  z.strictObject({
    kind: z.literal('leave'),
    seat: Seat,
    participant: RecordId.optional(),
    standing: z.enum(STANDINGS).optional(),
    count: Count.default(1),
  }),
  z.strictObject({ kind: z.literal('step-in'), seat: Seat, alternate: RecordId.nullable() }),
  z.strictObject({ kind: z.literal('step-out'), seat: Seat, alternate: RecordId.nullable() }),
]);
/** As the page writes it. */
export type FloorAct = z.input<typeof FloorAct>;

const KeptOnPaper = {
  turns: z
    .array(
      z.strictObject({
        seat: Speaker,
        kind: TurnKind,
        ms: z.int().min(0).max(86_400_000),
        at: IsoInstant.optional(),
        item: RecordId.optional(),
      }),
    )
    .max(300),
  presence: z
    .array(
      z.strictObject({
        seat: Seat,
        standing: z.enum(STANDINGS),
        count: Count,
        arrivedAt: IsoInstant.optional(),
        leftAt: IsoInstant.optional(),
      }),
    )
    .max(50),
  points: z
    .array(
      z.strictObject({
        kind: z.enum(POINT_KINDS),
        body: TextMembers,
        item: RecordId.optional(),
        seat: Seat.optional(),
      }),
    )
    .max(100),
};

export const sessionCalls = {
  'session.list': call<SessionRow[]>()(DossierRef),
  /** Fills an empty agenda from a template or like another session: one step. */
  'session.plan': call<{ items: string[] }>()(
    SessionRef.extend({
      template: z.string().max(40).optional(),
      from: RecordId.optional(),
      /** The words of a template's items, by their keys. */
      titles: z
        .array(z.strictObject({ key: z.string().max(60), title: TextMembers }))
        .max(200)
        .default([]),
    }),
  ),
  /** The running record, newest last; `before` names the oldest entry that is there already. */
  'session.record': call<{ total: number; points: PointRow[] }>()(
    SessionRef.extend({ before: RecordId.optional(), limit: z.int().min(1).max(200).default(40) }),
  ),
  /** Writes an entry of the record, new or again. An empty body withdraws what was there, and else writes nothing. */
  'session.note': call<PointRow | null>()(
    SessionRef.extend({
      id: RecordId,
      kind: z.enum(POINT_KINDS),
      body: TextMembers.nullable(),
      item: RecordId.nullable().optional(),
      seat: Seat.nullable().optional(),
      participant: RecordId.nullable().optional(),
      organization: RecordId.nullable().optional(),
      spoken: z
        .enum([...LANGS, 'other'])
        .nullable()
        .optional(),
      interpreted: z.boolean().optional(),
      deficit: RecordId.nullable().optional(),
      clause: RecordId.nullable().optional(),
      responsible: TextMembers.nullable().optional(),
      due: z.iso.date().nullable().optional(),
    }),
  ),
  'floor.state': call<FloorState>()(SessionRef),
  'floor.act': call<FloorState>()(SessionRef.extend({ act: FloorAct })),
  /** What was kept on paper, typed afterwards: one step, never an identity. */
  'floor.keyIn': call<FloorState>()(SessionRef.extend(KeptOnPaper)),
  'session.close': call<FloorState>()(SessionRef.extend({ at: z.enum(['now', 'last-act']) })),
} as const;
