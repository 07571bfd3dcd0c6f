import { useTranslation } from 'react-i18next';
import { spreadOf } from '../../../../shared/domain/scoring/spread.ts';
import { type Cell, isShown } from '../../../../shared/domain/scoring/types.ts';
import { useFormat } from '../../../i18n/useFormat.ts';

/** Median and range in words, or why there are none. */
export function useCellText(): (cell: Cell | undefined) => string {
  const { t } = useTranslation(['priorities', 'ui']);
  const { count } = useFormat();
  return (cell) => {
    const spread = isShown(cell) ? spreadOf(cell) : null;
    if (spread)
      return t('results.value', {
        median: count(spread.median),
        range: t('heat.range', { from: count(spread.lowest), to: count(spread.highest) }),
      });
    const missing = cell && !isShown(cell) ? cell.missing : 'not-known';
    return missing === 'not-asked' ? t('results.noBallots') : t(`ui:missing.${missing}`);
  };
}
