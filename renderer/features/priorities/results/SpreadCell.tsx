import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { spreadPicture } from '../../../../shared/charts/spread.ts';
import { spreadOf } from '../../../../shared/domain/scoring/spread.ts';
import { type Cell, isShown } from '../../../../shared/domain/scoring/types.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Drawn } from '../parts/Figure.tsx';
import { useSteps } from '../parts/words.ts';

/** What one side gave to one deficit: four columns, or the word for why they are not shown. */
export function SpreadCell({
  cell,
  name,
}: {
  readonly cell: Cell | undefined;
  readonly name: string;
}): ReactNode {
  const { t, i18n } = useTranslation(['priorities', 'ui']);
  const id = useId();
  const { count } = useFormat();
  const steps = useSteps();
  const spread = isShown(cell) ? spreadOf(cell) : null;
  if (!spread) {
    const missing = cell && !isShown(cell) ? cell.missing : 'not-known';
    return (
      <span className="muted">
        {missing === 'not-asked' ? t('results.noBallots') : t(`ui:missing.${missing}`)}
      </span>
    );
  }
  const [one, two, three, four] = spread.counts;
  return (
    <Drawn
      svg={spreadPicture({
        id,
        title: name,
        description: t('results.spreadOf', { one, two, three, four, median: count(spread.median) }),
        isRtl: i18n.dir() === 'rtl',
        counts: spread.counts,
        median: spread.median,
        steps,
      })}
    />
  );
}
