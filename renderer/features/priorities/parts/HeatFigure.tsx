import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { heatMap } from '../../../../shared/charts/heat-map.ts';
import type { HeatCell } from '../../../../shared/domain/scoring/grids.ts';
import { SIDES } from '../../../../shared/domain/scoring/types.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { ConstituencyTile } from '../../../ui/constituency.tsx';
import { useConstituencyNames } from '../../positions/index.ts';
import { Figure } from './Figure.tsx';
import { AREA_CODES, useAreaName } from './words.ts';

/** Constituency by area. The same cells as a picture and as a table. */
export function HeatFigure({
  cells,
  description,
  nothing,
}: {
  readonly cells: readonly HeatCell[];
  readonly description: string;
  /** What is said of a cell without a median: nothing was stated, or it is hidden. */
  readonly nothing: (cell: HeatCell) => string;
}): ReactNode {
  const { t, i18n } = useTranslation(['priorities', 'ui']);
  const id = useId();
  const { count } = useFormat();
  const names = useConstituencyNames();
  const areaName = useAreaName();
  const rangeOf = ({ spread, hidden }: HeatCell): string => {
    if (!spread) return '';
    const range =
      spread.lowest === spread.highest
        ? ''
        : t('heat.range', { from: count(spread.lowest), to: count(spread.highest) });
    return hidden > 0 && range ? t('heat.partly', { range, count: hidden }) : range;
  };
  const cellFor = (side: string, area: string) =>
    cells.find((cell) => cell.side === side && cell.area === area) as HeatCell;
  const svg = heatMap({
    id,
    title: t('heat.title'),
    description: `${description} ${t('heat.description')}`,
    isRtl: i18n.dir() === 'rtl',
    columns: AREA_CODES.map(areaName),
    rows: SIDES.map((side) => ({ letter: t(`ui:seatLetter.${side}`), name: names[side] })),
    cells: SIDES.map((side) =>
      AREA_CODES.map((area) => {
        const cell = cellFor(side, area);
        return {
          step: cell.spread?.median ?? null,
          figure: cell.spread ? count(cell.spread.median) : nothing(cell),
          range: rangeOf(cell),
        };
      }),
    ),
  });
  const table = (
    <table className="priorities-table">
      <caption className="visually-hidden">{t('heat.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('heat.area')}</th>
          {SIDES.map((side) => (
            <th key={side} scope="col">
              <ConstituencyTile seat={side} name={names[side]} size="s" isDecorative /> {names[side]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {AREA_CODES.map((area) => (
          <tr key={area}>
            <th scope="row">{areaName(area)}</th>
            {SIDES.map((side) => {
              const cell = cellFor(side, area);
              const range = rangeOf(cell);
              return (
                <td key={side}>
                  {cell.spread ? (
                    range ? (
                      t('results.value', { median: count(cell.spread.median), range })
                    ) : (
                      count(cell.spread.median)
                    )
                  ) : (
                    <span className="muted">{nothing(cell)}</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return <Figure svgs={[svg]} table={table} />;
}
