import { z } from 'zod';
import { AbsenceReason, Code, Constituency, Seat } from '../codes.ts';
import { defineRecord, type RecordFrom } from '../define.ts';
import { coded, set, text, value } from '../fields.ts';
import { IsoDate, RecordId } from '../ids.ts';

export const organization = defineRecord('organization', {
  name: text(300),
  acronym: value(z.string().min(1).max(40)),
  seat: value(Seat),
  kind: value(Code),
});
export type Organization = RecordFrom<typeof organization>;

export const participant = defineRecord('participant', {
  /** The one personal name: detached, erasable, in no export below the internal edition. */
  name: value(z.string().min(1).max(200), { personal: true }),
  seat: value(Seat),
  organization: value(RecordId, { refersTo: 'organization' }),
  role: text(300),
  sex: value(coded(z.enum(['F', 'M', 'X']))),
  standing: value(z.enum(['titular', 'alternate', 'adviser'])),
  spokesperson: value(z.literal(true)),
});
export type Participant = RecordFrom<typeof participant>;

/** Why a constituency or an organization is not in the room, in its own words. */
export const absence = defineRecord('absence', {
  constituency: value(Constituency),
  organization: value(RecordId, { refersTo: 'organization' }),
  reason: value(AbsenceReason),
  note: text(5000),
  /** The constituency that wrote the note; a note written for another is shown as such. */
  writtenBy: value(Constituency),
  date: value(IsoDate),
});
export type Absence = RecordFrom<typeof absence>;

/** A statement one constituency makes for the record. */
export const statement = defineRecord('statement', {
  constituency: value(Constituency),
  body: text(20_000),
});
export type Statement = RecordFrom<typeof statement>;

/** Who wrote changes: `author` of a change is this record's id. The name is personal. */
export const actor = defineRecord('actor', {
  name: value(z.string().min(1).max(200), { personal: true }),
});
export type Actor = RecordFrom<typeof actor>;

/** A copy of the dossier on one machine: `device` of a change is this record's id. */
export const device = defineRecord('device', {
  /** '' for the first, then 'b', 'c'; a copy of b is 'bb': the letter behind numbers that people read. */
  letter: value(z.string().regex(/^[a-z]{0,16}$/)),
  copiedFrom: value(RecordId, { refersTo: 'device' }),
});
export type Device = RecordFrom<typeof device>;

/** Erases the detached values of one record's fields, whenever and from wherever they arrive (L10). */
export const erasure = defineRecord('erasure', {
  target: value(RecordId),
  fields: set(z.string().regex(/^[a-zA-Z]+(\.[A-Za-z0-9-]+)?$/)),
});
export type Erasure = RecordFrom<typeof erasure>;
