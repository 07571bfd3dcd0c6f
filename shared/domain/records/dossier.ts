import { z } from 'zod';
import { Area, Attribution, Constituency, Country } from '../codes.ts';
import { defineRecord, type RecordFrom } from '../define.ts';
import { keyed, keyedText, set, text, value } from '../fields.ts';
import { FAIR_ORDERS } from '../floor/constants.ts';
import { IsoDate } from '../ids.ts';
import { LANGS } from '../languages.ts';
import { DecisionRule, QuorumRule } from '../position.ts';

/** The dialogue itself and its mandate: one record of this type in each dossier. */
export const dossier = defineRecord('dossier', {
  title: text(300),
  country: value(Country),
  /** Languages the dialogue works in. */
  languages: set(z.enum(LANGS)),
  start: value(IsoDate),
  end: value(IsoDate),
  /** True for the imaginary sample: every screen and export then says so. */
  illustrative: value(z.literal(true)),
  // mandate
  convenor: text(500),
  legalBasis: text(5000),
  scope: text(5000),
  areas: set(Area),
  decisionRule: value(DecisionRule),
  quorumRule: value(QuorumRule),
  attribution: value(Attribution),
  useOfResults: text(5000),
  /** Who keeps the dossier: an organization or a role, agreed by all three constituencies. */
  keeper: text(500),
  keeperAgreed: keyed(Constituency, z.literal(true), { judgement: true }),
  /** The language in which adopted texts are authentic. */
  authenticLanguage: value(z.enum(LANGS)),
  interpretation: text(2000),
  method: text(5000),
  conclusions: text(10_000),
  // what this country calls things; codes stay
  areaLabels: keyedText(Area, 200),
  constituencyLabels: keyedText(Constituency, 100),
  // how the floor is given
  /** Share of speaking time, in hundredths. */
  speakingShare: keyed(Constituency, z.int().min(0).max(100)),
  fairOrder: value(z.enum(FAIR_ORDERS)),
  speakerSeconds: value(z.int().min(10).max(7200)),
  /** The balance of speaking time may be shown to the room. */
  balanceShown: value(z.literal(true)),
  /** Grounds of discrimination beyond C111 article 1(1)(a): where they are not asked, exports say so. */
  widerGrounds: value(z.enum(['asked', 'not-asked'])),
  /** What was pasted into its texts, as it was, before it was cleaned. */
  pasted: text(20_000),
});
export type Dossier = RecordFrom<typeof dossier>;
