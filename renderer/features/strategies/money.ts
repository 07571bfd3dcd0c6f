/** Sums for a reader: by currency, and by year within a currency. Currencies are never added together. */
import type { CostLine } from '../../../shared/domain/records/index.ts';

export interface Sum {
  readonly cost: number;
  readonly ownFunds: number;
  readonly gap: number;
}
export interface CurrencySum extends Sum {
  readonly currency: string;
  readonly years: readonly CostLine[];
}

const add = (a: Sum, b: Sum): Sum => ({
  cost: a.cost + b.cost,
  ownFunds: a.ownFunds + b.ownFunds,
  gap: a.gap + b.gap,
});

/** One sum a currency, in the order of the codes; years in order within it. Minor units. */
export function byCurrency(lines: readonly CostLine[]): CurrencySum[] {
  const currencies = [...new Set(lines.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const years = lines
      .filter((line) => line.currency === currency)
      .sort((a, b) => (a.year < b.year ? -1 : 1));
    return { currency, years, ...years.reduce<Sum>(add, { cost: 0, ownFunds: 0, gap: 0 }) };
  });
}
