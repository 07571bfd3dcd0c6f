import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { matrix } from '../../../../shared/charts/matrix.ts';
import type { RoundRow } from '../../../../shared/contract/index.ts';
import { matrices } from '../../../../shared/domain/scoring/grids.ts';
import { SIDES, type TallyRow } from '../../../../shared/domain/scoring/types.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { ConstituencyTile } from '../../../ui/constituency.tsx';
import { Notice } from '../../../ui/states.tsx';
import { useConstituencyNames } from '../../positions/index.ts';
import { Figure } from '../parts/Figure.tsx';
import { type DeficitNames, useSteps } from '../parts/words.ts';
import { useCellText } from './useCellText.ts';

/** Severity by feasibility: a matrix of its own for each constituency. */
export function Matrices({
  round,
  rows,
  names,
}: {
  readonly round: RoundRow;
  readonly rows: readonly TallyRow[];
  readonly names: DeficitNames;
}): ReactNode {
  const { t, i18n } = useTranslation(['priorities', 'ui']);
  const id = useId();
  const format = useFormat();
  const sides = useConstituencyNames();
  const steps = useSteps();
  const cellText = useCellText();
  if (!round.criteria.includes('severity') || !round.criteria.includes('feasibility'))
    return <Notice>{t('matrix.lacks')}</Notice>;
  const all = matrices(rows);
  const number = (deficit: string): string => names.row(deficit)?.number ?? '';
  const svgs = all.map(({ side, cells }) =>
    matrix({
      id: `${id}${side}`,
      title: t('matrix.of', { who: sides[side] }),
      description: t('matrix.description'),
      isRtl: i18n.dir() === 'rtl',
      heading: `${t(`ui:seatLetter.${side}`)}  ${sides[side]}`,
      severity: t('criterion.severity'),
      feasibility: t('criterion.feasibility'),
      steps,
      cells: cells.map((cell) => ({ ...cell, names: cell.deficits.map(number).sort(format.compare) })),
      more: (count) => `+${format.count(count)}`,
    }),
  );
  const cellOf = (deficit: string, criterion: string, side: (typeof SIDES)[number]) =>
    rows.find((row) => row.deficit === deficit && row.criterion === criterion)?.cells[side];
  const deficits = [...new Set(rows.map(({ deficit }) => deficit))].sort((a, b) =>
    format.compare(number(a), number(b)),
  );
  const table = (
    <table className="priorities-table">
      <caption className="visually-hidden">{t('results.matrix')}</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t('results.deficit')}
          </th>
          {SIDES.map((side) => (
            <th key={side} scope="colgroup" colSpan={2}>
              <ConstituencyTile seat={side} size="s" isDecorative /> {sides[side]}
            </th>
          ))}
        </tr>
        <tr>
          {SIDES.flatMap((side) =>
            (['severity', 'feasibility'] as const).map((criterion) => (
              <th key={`${side}${criterion}`} scope="col">
                {t(`criterion.${criterion}`)}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {deficits.map((deficit) => (
          <tr key={deficit}>
            <th scope="row">
              <bdi className="mono">{names.reference(deficit)}</bdi> {names.title(deficit)}
            </th>
            {SIDES.flatMap((side) =>
              (['severity', 'feasibility'] as const).map((criterion) => (
                <td key={`${side}${criterion}`}>{cellText(cellOf(deficit, criterion, side))}</td>
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <div className="stack">
      <p className="muted">{t('matrix.text')}</p>
      <Figure svgs={svgs} table={table} />
      {all.map(
        ({ side, notPlaced }) =>
          notPlaced.length > 0 && (
            <p key={side} className="seat-line">
              <ConstituencyTile seat={side} name={sides[side]} size="s" />
              <span>{t('matrix.notPlaced', { list: format.list(notPlaced.map(names.reference)) })}</span>
            </p>
          ),
      )}
    </div>
  );
}
