import type { RecordDefinition, RecordFrom } from '../define.ts';
import { attachment, clause, comment, deficit, evidence } from './deficit.ts';
import { ballot, cause, link, nationalCode, norm, registerView, round, tally } from './diagnosis.ts';
import { dossier } from './dossier.ts';
import { absence, actor, device, erasure, organization, participant, statement } from './people.ts';
import { agendaItem, minutes, point, presence, readBack, session, turn } from './session.ts';
import { action, strategy } from './strategy.ts';

/** Every record type there is. A type outside this list is refused at every door. */
export const RECORDS = {
  dossier,
  organization,
  participant,
  absence,
  session,
  statement,
  deficit,
  evidence,
  clause,
  strategy,
  action,
  comment,
  attachment,
  actor,
  device,
  erasure,
  agendaItem,
  presence,
  turn,
  point,
  readBack,
  minutes,
  norm,
  cause,
  link,
  nationalCode,
  registerView,
  round,
  ballot,
  tally,
} as const;

export type RecordType = keyof typeof RECORDS;
export type RecordOf<T extends RecordType> = RecordFrom<(typeof RECORDS)[T]>;
export const RECORD_TYPES = Object.keys(RECORDS) as RecordType[];

/** Types that people create, edit and withdraw through the general record calls. */
export const EDITABLE_TYPES = [
  'dossier',
  'organization',
  'participant',
  'absence',
  'session',
  'statement',
  'deficit',
  'evidence',
  'clause',
  'strategy',
  'action',
  'comment',
  'agendaItem',
  'point',
  'norm',
  'cause',
  'link',
  'nationalCode',
  'registerView',
] as const satisfies readonly RecordType[];
export type EditableType = (typeof EDITABLE_TYPES)[number];

export const isRecordType = (type: string): type is RecordType => Object.hasOwn(RECORDS, type);
export const definitionOf = (type: RecordType): RecordDefinition =>
  RECORDS[type] as unknown as RecordDefinition;

export type { Attachment, Clause, Comment, Deficit, Evidence } from './deficit.ts';
export type {
  Ballot,
  BallotScores,
  Cause,
  Link,
  NationalCode,
  Norm,
  RegisterView,
  Round,
  Tally,
} from './diagnosis.ts';
export type { Dossier } from './dossier.ts';
export type {
  Absence,
  Actor,
  Device,
  Erasure,
  Organization,
  Participant,
  Statement,
} from './people.ts';
export type {
  AgendaItem,
  Closing,
  Minutes,
  Point,
  Presence,
  QuorumTaken,
  ReadBack,
  SeatCount,
  Session,
  Turn,
} from './session.ts';
export type { Action, CostLine, Strategy } from './strategy.ts';
export { costLines } from './strategy.ts';
