import { useTranslation } from 'react-i18next';
import type { CostLine } from '../../../../shared/domain/records/index.ts';
import { minorDigits } from '../../../../shared/reference/currencies.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { byCurrency, type Sum } from '../money.ts';

/** One member of each currency's sum, a line a currency: nothing is added across. */
export function SumOf({ lines, of }: { readonly lines: readonly CostLine[]; readonly of: keyof Sum }) {
  const { t } = useTranslation('strategies');
  const format = useFormat();
  const sums = byCurrency(lines);
  if (sums.length === 0) return <span className="muted">{t('money.notKnown')}</span>;
  return (
    <span className="strategies-sums num">
      {sums.map((sum) => (
        <span key={sum.currency}>{format.money(sum[of], sum.currency)}</span>
      ))}
    </span>
  );
}

/** Cost, own funds and gap by year, a table a currency. */
export function SumTables({ lines }: { readonly lines: readonly CostLine[] }) {
  const { t } = useTranslation(['strategies', 'common']);
  const format = useFormat();
  const sums = byCurrency(lines);
  if (sums.length === 0) return <p className="muted">{t('money.none')}</p>;
  // The currency stands once, in the caption.
  const amount = (minor: number, currency: string): string => {
    const digits = minorDigits(currency);
    const isRound = minor % 10 ** digits === 0;
    return format.number(minor / 10 ** digits, {
      minimumFractionDigits: isRound ? 0 : digits,
      maximumFractionDigits: digits,
    });
  };
  const cells = (sum: Sum, currency: string) => (
    <>
      <td className="num">{amount(sum.cost, currency)}</td>
      <td className="num">{amount(sum.ownFunds, currency)}</td>
      <td className="num strategies-gap">{amount(sum.gap, currency)}</td>
    </>
  );
  return (
    <>
      {sums.map((sum) => (
        <table key={sum.currency} className="strategies-table strategies-sum-table">
          <caption>
            <bdi>{sum.currency}</bdi> · {format.currencyName(sum.currency)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('common:year')}</th>
              <th scope="col">{t('money.cost')}</th>
              <th scope="col">{t('money.ownFunds')}</th>
              <th scope="col">{t('money.gap')}</th>
            </tr>
          </thead>
          <tbody>
            {sum.years.map((line) => (
              <tr key={line.year}>
                <th scope="row" className="num">
                  {format.number(Number(line.year), { useGrouping: false })}
                </th>
                {cells(line, sum.currency)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('common:total')}</th>
              {cells(sum, sum.currency)}
            </tr>
          </tfoot>
        </table>
      ))}
      {sums.length > 1 && <p className="muted strategies-note">{t('money.notAdded')}</p>}
    </>
  );
}
