import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { matrix } from '../../../../shared/charts/matrix.ts';
import type { RoundRow } from '../../../../shared/contract/index.ts';
import { matrices } from '../../../../shared/domain/scoring/grids.ts';
import type { Side, TallyRow } from '../../../../shared/domain/scoring/types.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { ConstituencyTile } from '../../../ui/constituency.tsx';
import { Notice } from '../../../ui/states.tsx';
import { useConstituencyNames } from '../../positions/index.ts';
import { DeficitName } from '../parts/DeficitName.tsx';
import { Figure } from '../parts/Figure.tsx';
import { type DeficitNames, useSteps } from '../parts/words.ts';
import { SidesTable } from './SidesTable.tsx';
import { useCellText } from './useCellText.ts';

const BOTH = ['severity', 'feasibility'] as const;

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
  const cellOf = (deficit: string, criterion: string, side: Side) =>
    rows.find((row) => row.deficit === deficit && row.criterion === criterion)?.cells[side];
  const deficits = [...new Set(rows.map(({ deficit }) => deficit))].sort((a, b) =>
    format.compare(number(a), number(b)),
  );
  const table = (
    <SidesTable
      caption={t('results.matrix')}
      heads={[t('results.deficit')]}
      under={BOTH.map((criterion) => t(`criterion.${criterion}`))}
      rows={deficits.map((deficit) => ({
        key: deficit,
        head: <DeficitName names={names} id={deficit} />,
        cells: (side) => BOTH.map((criterion) => cellText(cellOf(deficit, criterion, side))),
      }))}
    />
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
