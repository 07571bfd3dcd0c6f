import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundRow } from '../../../../shared/contract/index.ts';
import { isShown, STEPS, type TallyRow } from '../../../../shared/domain/scoring/types.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { DeficitName } from '../parts/DeficitName.tsx';
import type { DeficitNames } from '../parts/words.ts';
import { SidesTable } from './SidesTable.tsx';
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
  const cellText = useCellText();
  const place = (row: TallyRow): string =>
    `${names.reference(row.deficit)} ${round.criteria.indexOf(row.criterion)}`;
  const sorted = [...rows].sort((a, b) => compare(place(a), place(b)));
  return (
    <div className="priorities-scroll">
      <SidesTable
        caption={t('results.scores')}
        heads={[t('results.deficit'), t('results.criterion')]}
        under={STEPS.map((step) => count(step))}
        rows={sorted.map((row) => ({
          key: `${row.deficit}${row.criterion}`,
          head: <DeficitName names={names} id={row.deficit} />,
          beside: t(`criterion.${row.criterion}`),
          cells: (side) => {
            const cell = row.cells[side];
            return isShown(cell) ? cell.map((given) => count(given)) : [cellText(cell)];
          },
        }))}
        isFigures
      />
    </div>
  );
}
