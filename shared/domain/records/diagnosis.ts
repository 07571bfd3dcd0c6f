/** What a deficit rests on and leads to: normative references, causes and effects, links, and scoring rounds. */
import { z } from 'zod';
import { Code, Constituency } from '../codes.ts';
import { defineRecord, type RecordFrom } from '../define.ts';
import { coded, keyed, set, text, value } from '../fields.ts';
import { IsoDate, IsoInstant, RecordId } from '../ids.ts';

/** An ILO instrument, a comment of the supervisory bodies, a recommendation of a treaty body or of the UPR. */
export const NORM_KINDS = ['instrument', 'supervisory', 'treaty-body', 'upr'] as const;
export const RATIFICATIONS = ['in-force', 'not-in-force', 'denounced', 'not-ratified'] as const;

/** One normative reference of a deficit. It says where to look and never that anything was breached. */
export const norm = defineRecord('norm', {
  deficit: value(RecordId, { refersTo: 'deficit' }),
  kind: value(z.enum(NORM_KINDS)),
  instrument: value(Code),
  /** Article and paragraph as they are cited, such as `2(1)`. */
  article: value(z.string().min(1).max(60)),
  ratification: value(coded(z.enum(RATIFICATIONS))),
  ratifiedOn: value(IsoDate),
  /** The day on which the status was looked up: it holds as of then. */
  checkedOn: value(IsoDate),
  /** Observations are published; direct requests go to the government. */
  comment: value(z.enum(['observation', 'direct-request'])),
  /** The treaty body, such as `CESCR`. */
  body: value(Code),
  year: value(z.int().min(1900).max(2200)),
  reference: value(z.string().min(1).max(200)),
  text: text(2000),
  /** What was pasted into its texts, as it was, before it was cleaned. */
  pasted: text(20_000),
});
export type Norm = RecordFrom<typeof norm>;

/** A root cause or an effect of one deficit; `under` another of the same kind where it lies behind that one. */
export const cause = defineRecord('cause', {
  deficit: value(RecordId, { refersTo: 'deficit' }),
  kind: value(z.enum(['cause', 'effect'])),
  under: value(RecordId, { refersTo: 'cause' }),
  order: value(z.int().min(1).max(1_000_000)),
  body: text(1000),
  pasted: text(20_000),
});
export type Cause = RecordFrom<typeof cause>;

/** A failure in one area blocks another (paragraph 7): from one deficit to another, never round in a ring. */
export const link = defineRecord('link', {
  from: value(RecordId, { refersTo: 'deficit' }),
  to: value(RecordId, { refersTo: 'deficit' }),
  kind: value(z.enum(['causes', 'blocks', 'worsens'])),
  note: text(1000),
  pasted: text(20_000),
});
export type Link = RecordFrom<typeof link>;

/** A code of the country's own, under one of a codelist: comparison goes by the parent. */
export const nationalCode = defineRecord('nationalCode', {
  list: value(z.enum(['sub-topics', 'affected-groups', 'grounds', 'sectors'])),
  code: value(Code),
  parent: value(Code),
  label: text(200),
});
export type NationalCode = RecordFrom<typeof nationalCode>;

/** A way of looking at the register that was given a name: its query, as the address of the page writes it. */
export const registerView = defineRecord('registerView', {
  name: text(120),
  query: value(z.string().max(2000)),
});
export type RegisterView = RecordFrom<typeof registerView>;

export const CRITERIA = ['severity', 'feasibility', 'urgency', 'reach'] as const;
export const Criterion = z.enum(CRITERIA);
export const Score = z.int().min(1).max(4);

/** One sealed scoring: criteria and items are fixed before the first ballot, values show when all open it. */
export const round = defineRecord(
  'round',
  {
    number: value(z.string().regex(/^\d{3,6}[a-z]{0,16}$/)),
    title: text(300),
    session: value(RecordId, { refersTo: 'session' }),
    deficits: set(RecordId, { refersTo: 'deficit' }),
    criteria: set(Criterion),
    phase: value(z.enum(['prepared', 'scoring', 'opened', 'abandoned'])),
    /** Until it is opened ballots are readable by nobody: they are encrypted to this key (base64, X25519). */
    publicKey: value(z.string().min(40).max(100)),
    fixedAt: value(IsoInstant),
    openedAt: value(IsoInstant),
    /** How many ballots each constituency gave. */
    ballots: keyed(Constituency, z.int().min(0).max(10_000)),
  },
  { numbered: 'V' },
);
export type Round = RecordFrom<typeof round>;

/** Scores of one ballot: by deficit, by criterion, 1 to 4. */
export const BallotScores = z.record(RecordId, z.partialRecord(Criterion, Score));
export type BallotScores = z.infer<typeof BallotScores>;

/**
 * One person's scores, in section `sealed:<round>`. Who it was is nowhere. The ledger holds the digest of the scores
 * (L10) and `sealed`, the scores and their salt encrypted to the round's key: opening a round writes tallies alone.
 */
export const ballot = defineRecord('ballot', {
  round: value(RecordId, { refersTo: 'round' }),
  constituency: value(Constituency),
  /** Keyed in from a scoring sheet of paper. */
  onPaper: value(z.literal(true)),
  sealed: value(z.string().min(1).max(200_000)),
  scores: value(BallotScores, { personal: true }),
});
export type Ballot = RecordFrom<typeof ballot>;

/** How often each step from 1 to 4 was given; withheld where fewer than three people gave one. */
export const Counts = coded(z.tuple([z.int().min(0), z.int().min(0), z.int().min(0), z.int().min(0)]));

/** What an opened round says of one deficit by one criterion: three columns and never their mean. */
export const tally = defineRecord('tally', {
  round: value(RecordId, { refersTo: 'round' }),
  deficit: value(RecordId, { refersTo: 'deficit' }),
  criterion: value(Criterion),
  counts: keyed(Constituency, Counts),
});
export type Tally = RecordFrom<typeof tally>;
