import { z } from 'zod';
import { Area, Code, Confidentiality, Constituency, Seat } from '../codes.ts';
import { defineRecord, type RecordFrom } from '../define.ts';
import { coded, keyed, keyedText, set, text, value } from '../fields.ts';
import { IsoDate, RecordId, Sha256 } from '../ids.ts';
import { Position } from '../position.ts';

/** Four steps, 1 low to 4 critical (project scale, `shared/reference/severity.json`). */
export const Severity = z.int().min(1).max(4);
export const Prevalence = z.enum(['isolated', 'localized', 'widespread', 'systemic']);
export const EvidenceStrength = z.enum(['anecdotal', 'limited', 'moderate', 'strong']);

/** A social-justice deficit, in one thematic area and a sub-topic. */
export const deficit = defineRecord(
  'deficit',
  {
    number: value(z.string().regex(/^\d{3,6}[a-z]{0,16}$/)),
    title: text(300),
    statement: text(10_000),
    area: value(Area),
    subTopic: value(Code),
    affectedGroups: set(Code),
    grounds: set(Code),
    /** Codes of ILO instruments: references, never findings. */
    instruments: set(Code),
    sdgTargets: set(Code),
    sdgIndicators: set(Code),
    severity: keyed(Constituency, coded(Severity)),
    prevalence: keyed(Constituency, coded(Prevalence)),
    evidenceStrength: value(coded(EvidenceStrength)),
    geography: text(300),
    sector: value(coded(Code)),
    formality: value(coded(z.enum(['formal', 'informal', 'both']))),
    confidentiality: value(Confidentiality),
    /** The day an embargoed record was released: a change a person made, never today's date. */
    released: value(IsoDate),
    session: value(RecordId, { refersTo: 'session' }),
    position: keyed(Constituency, Position, { judgement: true }),
    spokesperson: keyed(Constituency, z.string().min(1).max(200), { personal: true }),
    nextStep: text(2000),
    priorityRank: value(z.int().min(1).max(10_000)),
    /** Priority action programmes (paragraph 15, note 4). */
    priorityProgrammes: set(Code),
    /** Whose card it was: a group, never a person. */
    raisedBy: value(Seat),
    captured: value(z.enum(['screen', 'paper', 'import'])),
    /** The text as it was pasted, before it was cleaned: proof of what stood there. */
    pasted: text(20_000),
    /** The deficits whose wordings this one takes up, or the one it was split from. */
    parents: set(RecordId, { refersTo: 'deficit' }),
    origin: value(z.enum(['joined', 'split'])),
    /** The deficit that took up this one's wording; it stays, with all that was said of it. */
    joinedInto: value(RecordId, { refersTo: 'deficit' }),
    /** What a constituency has against the joining or the split. */
    objection: keyedText(Constituency, 2000),
    /** How strong each constituency holds the evidence to be; `evidenceStrength` says it of nobody in particular. */
    evidenceHeld: keyed(Constituency, coded(EvidenceStrength)),
  },
  { numbered: 'D', judged: ['title', 'statement', 'area', 'subTopic'] },
);
export type Deficit = RecordFrom<typeof deficit>;

/** One item of evidence behind a deficit. */
export const evidence = defineRecord('evidence', {
  deficit: value(RecordId, { refersTo: 'deficit' }),
  kind: value(z.enum(['indicator', 'document', 'testimony', 'legal'])),
  indicator: value(Code),
  year: value(z.int().min(1900).max(2200)),
  /** The figure as a decimal string, so that 11.40 stays 11.40. */
  figure: value(z.string().regex(/^-?\d{1,15}(\.\d{1,10})?$/)),
  unit: value(z.string().min(1).max(60)),
  source: text(500),
  geography: text(300),
  quote: text(5000),
  date: value(IsoDate),
  strength: value(coded(EvidenceStrength)),
  /** Whether each constituency agrees with the figure or contests it. */
  standing: keyed(Constituency, z.enum(['agreed', 'contested'])),
  attachment: value(RecordId, { refersTo: 'attachment' }),
  /** The cause or effect it speaks for; the deficit itself where there is none. */
  cause: value(RecordId, { refersTo: 'cause' }),
  /** Reference area, sex, class and status of an ILOSTAT observation, as ILOSTAT codes them. */
  refArea: value(Code),
  sex: value(Code),
  classification: value(Code),
  observation: value(z.string().min(1).max(60)),
  note: text(2000),
  /** The day on which the figure was taken from its source. */
  vintage: value(IsoDate),
  /** What was pasted into its texts, as it was. */
  pasted: text(20_000),
});
export type Evidence = RecordFrom<typeof evidence>;

/** A file kept in the dossier; its bytes lie beside the ledger under their hash. */
export const attachment = defineRecord('attachment', {
  /** File names often hold a person's name: detached like one. */
  fileName: value(z.string().min(1).max(255), { personal: true }),
  mediaType: value(z.string().regex(/^[a-z]+\/[a-zA-Z0-9.+-]{1,100}$/)),
  size: value(z.int().min(0)),
  sha256: value(Sha256),
  confidentiality: value(Confidentiality),
});
export type Attachment = RecordFrom<typeof attachment>;

/** A text put to the three constituencies for decision. */
export const clause = defineRecord(
  'clause',
  {
    number: value(z.string().regex(/^\d{3,6}[a-z]{0,16}$/)),
    body: text(10_000),
    /** The deficit or strategy the clause belongs to. */
    subject: value(RecordId),
    session: value(RecordId, { refersTo: 'session' }),
    confidentiality: value(Confidentiality),
    released: value(IsoDate),
    position: keyed(Constituency, Position, { judgement: true }),
    spokesperson: keyed(Constituency, z.string().min(1).max(200), { personal: true }),
    pasted: text(20_000),
  },
  { numbered: 'C', judged: ['body'] },
);
export type Clause = RecordFrom<typeof clause>;

export const comment = defineRecord('comment', {
  target: value(RecordId),
  constituency: value(Constituency),
  body: text(5000),
  date: value(IsoDate),
  confidentiality: value(Confidentiality),
  resolved: value(z.literal(true)),
  pasted: text(20_000),
});
export type Comment = RecordFrom<typeof comment>;
