/** A session and what happens in it: agenda, presence, turns, running record, read-backs and minutes. */
import { z } from 'zod';
import { Attribution, Code, Confidentiality, Constituency, Seat, Sex, Speaker, TurnKind } from '../codes.ts';
import { defineRecord, type RecordFrom } from '../define.ts';
import { coded, keyed, set, text, value } from '../fields.ts';
import { ITEM_KINDS, PHASES, POINT_KINDS, SESSION_KINDS, STANDINGS } from '../floor/constants.ts';
import { ChangeId, IsoDate, IsoInstant, RecordId, Sha256 } from '../ids.ts';
import { LANGS } from '../languages.ts';
import { QuorumRule } from '../position.ts';

const Clock24 = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Ms = z.int().min(0).max(86_400_000);
const Sum = z.strictObject({ ms: Ms, turns: z.int().min(0).max(100_000) });
const Share = z.number().min(0).max(1).nullable();
const Heads = z.int().min(0).max(10_000);

const SeatCount = z.strictObject({ present: Heads, entitled: Heads, needed: Heads, met: z.boolean() });
export type SeatCount = z.infer<typeof SeatCount>;

/** The quorum as it stood at one moment: printed with what was decided then. */
export const QuorumTaken = z.strictObject({
  at: IsoInstant,
  rule: QuorumRule.nullable(),
  met: z.boolean(),
  seats: z.strictObject({ G: SeatCount, E: SeatCount, W: SeatCount }),
});
export type QuorumTaken = z.infer<typeof QuorumTaken>;

/** Totals at the close; nothing in it singles a person out. */
export const Closing = z.strictObject({
  elapsedMs: Ms,
  heldMs: Ms,
  time: z.partialRecord(Speaker, Sum),
  pointsOfOrder: z.int().min(0).max(100_000),
  sex: z.strictObject({ F: Sum, M: Sum, X: Sum, withheld: Sum }).nullable(),
  women: z.strictObject({ present: Share, spokespersons: Share, time: Share }),
  most: z.partialRecord(Seat, Heads),
  quorum: QuorumTaken,
});
export type Closing = z.infer<typeof Closing>;

/** A meeting of the dialogue: its plan, and what its running leaves behind. */
export const session = defineRecord(
  'session',
  {
    title: text(300),
    place: text(300),
    start: value(IsoDate),
    end: value(IsoDate),
    areas: set(Code),
    attribution: value(Attribution),
    /** Agenda items in order, one line each: of sessions that were never run live. */
    agenda: text(5000),
    attended: set(RecordId, { refersTo: 'participant' }),
    kind: value(z.enum(SESSION_KINDS)),
    /** Whose caucus it is. */
    constituency: value(Constituency),
    /** The plenary that a breakout belongs to. */
    within: value(RecordId, { refersTo: 'session' }),
    table: value(z.int().min(1).max(99)),
    startTime: value(Clock24),
    /** The office of the chair, never a name. */
    chair: text(300),
    speakerSeconds: value(z.int().min(10).max(7200)),
    /** Minutes. */
    budget: keyed(Constituency, z.int().min(1).max(1440)),
    phase: value(z.enum(PHASES)),
    openedAt: value(IsoInstant),
    closedAt: value(IsoInstant),
    /** Minutes east of UTC at the opening: times of day are printed with it. */
    utcOffset: value(z.int().min(-840).max(840)),
    /** As it stood when the session was opened: who steps in later takes no seat in it. */
    openingQuorum: value(QuorumTaken),
    closing: value(Closing),
  },
  { numbered: 'N' },
);
export type Session = RecordFrom<typeof session>;

const inSession = value(RecordId, { refersTo: 'session' });
const ofItem = value(RecordId, { refersTo: 'agendaItem' });
const onPaper = value(z.literal(true));
/** Who it was, where the level lets it be kept; personal, so that tightening can erase it. */
const participant = value(RecordId, { personal: true, refersTo: 'participant' });
const organization = value(RecordId, { personal: true, refersTo: 'organization' });
const sex = value(coded(Sex), { personal: true });

export const agendaItem = defineRecord('agendaItem', {
  session: inSession,
  order: value(z.int().min(1).max(1_000_000)),
  kind: value(z.enum(ITEM_KINDS)),
  title: text(300),
  minutes: value(z.int().min(0).max(600)),
  /** The facilitator's own: in no edition. */
  notes: text(5000),
  deficits: set(RecordId, { refersTo: 'deficit' }),
  clauses: set(RecordId, { refersTo: 'clause' }),
  startedAt: value(IsoInstant),
  endedAt: value(IsoInstant),
  spentMs: value(Ms),
});
export type AgendaItem = RecordFrom<typeof agendaItem>;

export const presence = defineRecord('presence', {
  session: inSession,
  seat: value(Seat),
  standing: value(z.enum(STANDINGS)),
  arrivedAt: value(IsoInstant),
  leftAt: value(IsoInstant),
  /** Takes a seat for the quorum: a titular, or an alternate who stepped in. */
  counts: value(z.literal(true)),
  spokesperson: value(z.literal(true)),
  level: value(Attribution),
  onPaper,
  participant,
  organization,
  sex,
});
export type Presence = RecordFrom<typeof presence>;

export const turn = defineRecord('turn', {
  session: inSession,
  item: ofItem,
  order: value(z.int().min(1).max(1_000_000)),
  speaker: value(Speaker),
  kind: value(TurnKind),
  startedAt: value(IsoInstant),
  ms: value(Ms),
  level: value(Attribution),
  onPaper,
  participant,
  organization,
  sex,
});
export type Turn = RecordFrom<typeof turn>;

/** One entry of the running record: heard, and not yet put. */
export const point = defineRecord(
  'point',
  {
    number: value(z.string().regex(/^\d{3,6}[a-z]{0,16}$/)),
    session: inSession,
    item: ofItem,
    kind: value(z.enum(POINT_KINDS)),
    body: text(5000),
    at: value(IsoInstant),
    spoken: value(z.enum([...LANGS, 'other'])),
    interpreted: value(z.literal(true)),
    deficit: value(RecordId, { refersTo: 'deficit' }),
    /** The clause it became, or is about. */
    clause: value(RecordId, { refersTo: 'clause' }),
    responsible: text(300),
    due: value(IsoDate),
    confidentiality: value(Confidentiality),
    released: value(IsoDate),
    level: value(Attribution),
    seat: value(Seat, { personal: true }),
    participant,
    organization,
  },
  { numbered: 'P', judged: ['body'] },
);
export type Point = RecordFrom<typeof point>;

/** A clause put to the three in the room: the only way to a decision. */
export const readBack = defineRecord('readBack', {
  session: inSession,
  item: ofItem,
  clause: value(RecordId, { refersTo: 'clause' }),
  startedAt: value(IsoInstant),
  endedAt: value(IsoInstant),
  /** Heads of the text as it was projected and read. */
  judged: value(z.array(ChangeId).max(2000)),
  quorum: value(QuorumTaken),
  answered: keyed(Constituency, z.enum(['answered', 'silent', 'absent'])),
  ruling: value(z.enum(['confirmed', 'deferred', 'no-agreement'])),
  onPaper,
});
export type ReadBack = RecordFrom<typeof readBack>;

/** One phase of a session's minutes, kept as it was given out. */
export const minutes = defineRecord('minutes', {
  session: inSession,
  phase: value(z.enum(['draft', 'amended', 'final'])),
  order: value(z.int().min(1).max(10_000)),
  issuedAt: value(IsoInstant),
  /** Until when attendees may amend it. */
  deadline: value(IsoInstant),
  languages: set(z.enum(LANGS)),
  /** SHA-256 of the restricted copy that went to all three. */
  fingerprint: value(Sha256),
  content: value(RecordId, { refersTo: 'attachment' }),
  copy: value(RecordId, { refersTo: 'attachment' }),
  received: keyed(Constituency, z.enum(['stick', 'paper'])),
});
export type Minutes = RecordFrom<typeof minutes>;
