import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../../shared/contract/index.ts';
import { paths } from '../../../app/router.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { AREA_CODES, useAreaName } from '../../editing/index.ts';
import { SumTables } from '../parts/Sums.tsx';

/** Deficits that no strategy answers, by area, and what all strategies together cost. */
export function Coverage({
  dossierId,
  overview,
  error,
  onRetry,
}: {
  readonly dossierId: string;
  readonly overview: Overview | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation('strategies');
  const areaName = useAreaName();
  if (error) return <ErrorState error={error} size="inline" onRetry={onRetry} />;
  if (!overview) return <Skeleton lines={8} />;
  const { byArea, uncovered } = overview;
  const areas = [...AREA_CODES, 'none'].filter((area) => (byArea[area] ?? 0) > 0);
  const all = areas.reduce((sum, area) => sum + (byArea[area] ?? 0), 0);
  const open = areas.reduce((sum, area) => sum + (uncovered[area] ?? 0), 0);
  return (
    <>
      <section className="strategies-coverage">
        <h2>{t('coverage.title')}</h2>
        <p role="status">
          {all === 0
            ? t('coverage.noDeficits')
            : open === 0
              ? t('coverage.all')
              : t('coverage.open', { count: open, of: all })}
        </p>
        <ul>
          {areas.map((area) => {
            const total = byArea[area] ?? 0;
            const missing = uncovered[area] ?? 0;
            const name = areaName(area === 'none' ? null : area);
            return (
              <li key={area}>
                <AreaIcon area={area} />
                <span>
                  <span className="strategies-area">{name}</span>
                  <a
                    href={paths.section(dossierId, 'deficits', undefined, {
                      area,
                      flag: missing > 0 ? 'no-strategy' : undefined,
                    })}
                  >
                    {missing > 0
                      ? t('coverage.areaOpen', { count: missing, of: total })
                      : t('coverage.areaAll', { count: total })}
                  </a>
                  <span className="strategies-bar" aria-hidden="true">
                    <i style={{ inlineSize: `${((total - missing) / total) * 100}%` }} />
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      <section className="strategies-totals">
        <h2>{t('money.all')}</h2>
        <SumTables lines={overview.costs} />
      </section>
    </>
  );
}
