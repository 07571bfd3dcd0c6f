import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundRow } from '../../../../shared/contract/index.ts';
import { SIDES, STEPS, type TallyRow } from '../../../../shared/domain/scoring/types.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { ConstituencyTile } from '../../../ui/constituency.tsx';
import { useConstituencyNames } from '../../positions/index.ts';
import type { DeficitNames } from '../parts/words.ts';
import { useCellText } from './useCellText.ts';

/** How often each step was given, as figures: the table behind every picture of the round. */
export function AllScores({
  round,
  rows,
  names,
}: {
  readonly round: RoundRow;
  readonly rows: readonly TallyRow[];
  readonly names: DeficitNames;
}): ReactNode {
  const { t } = useTranslation('priorities');
  const { count, compare } = useFormat();
  const sides = useConstituencyNames();
  const cellText = useCellText();
  const place = (row: TallyRow): string =>
    `${names.reference(row.deficit)} ${round.criteria.indexOf(row.criterion)}`;
  const sorted = [...rows].sort((a, b) => compare(place(a), place(b)));
  return (
    <div className="priorities-scroll">
      <table className="priorities-table">
        <caption className="visually-hidden">{t('results.scores')}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('results.deficit')}
            </th>
            <th scope="col" rowSpan={2}>
              {t('results.criterion')}
            </th>
            {SIDES.map((side) => (
              <th key={side} scope="colgroup" colSpan={4}>
                <ConstituencyTile seat={side} size="s" isDecorative /> {sides[side]}
              </th>
            ))}
          </tr>
          <tr>
            {SIDES.flatMap((side) =>
              STEPS.map((step) => (
                <th key={`${side}${step}`} scope="col" className="num">
                  {count(step)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={`${row.deficit}${row.criterion}`}>
              <th scope="row">
                <bdi className="mono">{names.reference(row.deficit)}</bdi> {names.title(row.deficit)}
              </th>
              <td>{t(`criterion.${row.criterion}`)}</td>
              {SIDES.flatMap((side) => {
                const cell = row.cells[side];
                if (!Array.isArray(cell))
                  return [
                    <td key={side} colSpan={4} className="muted">
                      {cellText(cell)}
                    </td>,
                  ];
                return STEPS.map((step) => (
                  <td key={`${side}${step}`} className="num">
                    {count((cell as readonly number[])[step - 1] ?? 0)}
                  </td>
                ));
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
