import { describe, expect, it } from 'vitest';
import { costLines } from '../../../shared/domain/records/index.ts';
import { byCurrency } from './money.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const tnd = (amount: number) => ({ amount, currency: 'TND' });

describe('sums of costs', () => {
  it('never add one currency to another', () => {
    const lines = costLines([
      { cost: { '2026': usd(100), '2027': tnd(5000) } },
      { cost: { '2026': usd(50) }, ownFunds: { '2026': usd(20) } },
    ]);
    expect(byCurrency(lines).map(({ currency, cost, gap }) => [currency, cost, gap])).toEqual([
      ['TND', 5000, 5000],
      ['USD', 150, 130],
    ]);
  });

  it('keep the years of a currency in order', () => {
    const lines = costLines([{ cost: { '2028': usd(1), '2026': usd(2), '2027': usd(3) } }]);
    expect(byCurrency(lines)[0]?.years.map(({ year }) => year)).toEqual(['2026', '2027', '2028']);
  });

  it('let no surplus of one year pay for another', () => {
    const [sum] = byCurrency(
      costLines([{ cost: { '2026': usd(100), '2027': usd(100) }, ownFunds: { '2026': usd(300) } }]),
    );
    expect(sum).toMatchObject({ cost: 200, ownFunds: 300, gap: 100 });
  });
});
