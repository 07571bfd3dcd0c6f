import { z } from 'zod';
import { Area, Code, Confidentiality, Constituency, Money, Year } from '../codes.ts';
import { defineRecord, type RecordFrom } from '../define.ts';
import { coded, keyed, set, text, value } from '../fields.ts';
import { IsoDate, IsoMonthOrDate, RecordId } from '../ids.ts';
import { Position } from '../position.ts';

/** The answer to one or more deficits. */
export const strategy = defineRecord(
  'strategy',
  {
    number: value(z.string().regex(/^\d{3,6}[a-z]{0,16}$/)),
    title: text(300),
    objective: text(5000),
    area: value(Area),
    deficits: set(RecordId, { refersTo: 'deficit' }),
    functionalAreas: set(z.enum(['FA1', 'FA2', 'FA3', 'FA4'])),
    priorityProgramme: value(coded(Code)),
    /** Whether the strategy promotes collective bargaining (paragraph 18 of the founding paper). */
    collectiveBargaining: value(coded(z.boolean())),
    instruments: set(Code),
    sdgTargets: set(Code),
    planLink: text(500),
    confidentiality: value(Confidentiality),
    released: value(IsoDate),
    session: value(RecordId, { refersTo: 'session' }),
    position: keyed(Constituency, Position, { judgement: true }),
    spokesperson: keyed(Constituency, z.string().min(1).max(200), { personal: true }),
    /** What was pasted into its texts, as it was, before it was cleaned. */
    pasted: text(20_000),
  },
  { numbered: 'S', judged: ['title', 'objective', 'area', 'deficits'] },
);
export type Strategy = RecordFrom<typeof strategy>;

/** One action of a strategy: who does what, when, at what cost. */
export const action = defineRecord('action', {
  strategy: value(RecordId, { refersTo: 'strategy' }),
  order: value(z.int().min(1).max(10_000)),
  title: text(300),
  responsible: text(300),
  responsibleOrganization: value(RecordId, { refersTo: 'organization' }),
  /** Partners, one a line. */
  partners: text(2000),
  start: value(IsoMonthOrDate),
  end: value(IsoMonthOrDate),
  /** Cost of each year in one currency; what own funds cover. The gap is computed. */
  cost: keyed(Year, Money),
  ownFunds: keyed(Year, Money),
  functionalArea: value(z.enum(['FA1', 'FA2', 'FA3', 'FA4'])),
  indicator: value(z.string().min(1).max(100)),
  target: text(300),
  pasted: text(20_000),
});
export type Action = RecordFrom<typeof action>;

export interface CostLine {
  readonly year: string;
  readonly currency: string;
  readonly cost: number;
  readonly ownFunds: number;
  readonly gap: number;
}

/**
 * Cost, own funds and gap by year and currency, in minor units. Currencies are never added together. A gap
 * below zero is none: funds beyond the cost of a year do not pay for another.
 */
export function costLines(actions: Iterable<Pick<Action, 'cost' | 'ownFunds'>>): CostLine[] {
  const lines = new Map<
    string,
    { year: string; currency: string; cost: number; ownFunds: number; gap: number }
  >();
  const line = (year: string, currency: string) => {
    const key = `${year} ${currency}`;
    let found = lines.get(key);
    if (!found) {
      found = { year, currency, cost: 0, ownFunds: 0, gap: 0 };
      lines.set(key, found);
    }
    return found;
  };
  for (const each of actions) {
    const years = new Set([...Object.keys(each.cost ?? {}), ...Object.keys(each.ownFunds ?? {})]);
    for (const year of years) {
      const cost = each.cost?.[year];
      const own = each.ownFunds?.[year];
      if (cost) line(year, cost.currency).cost += cost.amount;
      if (own) line(year, own.currency).ownFunds += own.amount;
      if (cost) {
        const covered = own && own.currency === cost.currency ? own.amount : 0;
        line(year, cost.currency).gap += Math.max(0, cost.amount - covered);
      }
    }
  }
  return [...lines.values()].sort((a, b) => (a.year + a.currency < b.year + b.currency ? -1 : 1));
}
