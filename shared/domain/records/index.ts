import type { RecordDefinition, RecordFrom } from '../define.ts';
import { attachment, clause, comment, deficit, evidence } from './deficit.ts';
import { dossier } from './dossier.ts';
import { absence, actor, device, erasure, organization, participant, session, statement } from './people.ts';
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
] as const satisfies readonly RecordType[];
export type EditableType = (typeof EDITABLE_TYPES)[number];

export const isRecordType = (type: string): type is RecordType => Object.hasOwn(RECORDS, type);
export const definitionOf = (type: RecordType): RecordDefinition =>
  RECORDS[type] as unknown as RecordDefinition;

export type { Attachment, Clause, Comment, Deficit, Evidence } from './deficit.ts';
export type { Dossier } from './dossier.ts';
export type {
  Absence,
  Actor,
  Device,
  Erasure,
  Organization,
  Participant,
  Session,
  Statement,
} from './people.ts';
export type { Action, CostLine, Strategy } from './strategy.ts';
export { costLines } from './strategy.ts';
