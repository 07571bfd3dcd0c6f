import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../../shared/contract/index.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';

type Line = Overview['costs'][number];

/** Costs of all actions by year. Each currency stands alone: they are never added together. */
export function Costs({ costs }: { readonly costs: readonly Line[] }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  if (costs.length === 0) return null;
  const currencies = [...new Set(costs.map(({ currency }) => currency))];
  return (
    <Card title={t('costs.title')}>
      {currencies.map((currency) => {
        const lines = costs.filter((line) => line.currency === currency);
        const sum = (of: 'cost' | 'ownFunds' | 'gap'): number =>
          lines.reduce((total, line) => total + line[of], 0);
        const money = (minor: number): string => format.money(minor, currency);
        return (
          <table key={currency} className="overview-table">
            <thead>
              <tr>
                <th scope="col">{t('costs.year')}</th>
                <th scope="col" className="end">
                  {t('costs.cost')}
                </th>
                <th scope="col" className="end">
                  {t('costs.ownFunds')}
                </th>
                <th scope="col" className="end">
                  {t('costs.gap')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.year}>
                  <th scope="row" className="num">
                    {format.number(Number(line.year), { useGrouping: false })}
                  </th>
                  <td className="num end">{money(line.cost)}</td>
                  <td className="num end">{money(line.ownFunds)}</td>
                  <td className="num end">{money(line.gap)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('costs.allYears')}</th>
                <td className="num end">{money(sum('cost'))}</td>
                <td className="num end">{money(sum('ownFunds'))}</td>
                <td className="num end">{money(sum('gap'))}</td>
              </tr>
            </tfoot>
          </table>
        );
      })}
      <p className="muted overview-note">{t('costs.note')}</p>
    </Card>
  );
}
