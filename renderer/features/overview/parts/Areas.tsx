import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../../shared/contract/index.ts';
import { type Labels, pick } from '../../../../shared/domain/languages.ts';
import { labelOf } from '../../../../shared/reference/index.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { paths } from '../../../app/router.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { Card } from '../../../ui/Card.tsx';

const AREAS = ['TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6'] as const;

/** Deficits in each thematic area, and how many of them no strategy answers. An area without any is shown too. */
export function Areas({ dossierId, overview }: { readonly dossierId: string; readonly overview: Overview }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const areaName = useAreaName();
  const { byArea, uncovered } = overview;
  const most = Math.max(1, ...Object.values(byArea));
  const rows = [...AREAS, ...((byArea.none ?? 0) > 0 ? ['none'] : [])];
  return (
    <Card title={t('areas.title')}>
      <table className="overview-table overview-areas">
        <thead>
          <tr>
            <th scope="col">{t('areas.area')}</th>
            <th scope="col" className="end">
              {t('areas.deficits')}
            </th>
            <th scope="col" className="end">
              {t('areas.uncovered')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((area) => {
            const count = byArea[area] ?? 0;
            const without = uncovered[area] ?? 0;
            return (
              <tr key={area}>
                <th scope="row">
                  <span className="overview-area">
                    <AreaIcon area={area} size={16} />
                    <a href={paths.section(dossierId, 'deficits', undefined, { area })}>{areaName(area)}</a>
                  </span>
                </th>
                <td className="num end">
                  <span className="overview-bar" aria-hidden="true">
                    <i style={{ inlineSize: `${(count / most) * 100}%` }} />
                  </span>
                  {format.count(count)}
                </td>
                <td className={without > 0 ? 'num end overview-open' : 'num end muted'}>
                  {format.count(without)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}

function useAreaName(): (area: string) => string {
  const { t } = useTranslation('overview');
  const lang = useLang();
  const { areaLabels } = useDossier();
  return (area) =>
    area === 'none'
      ? t('areas.none')
      : (pick(areaLabels[area] as Labels | undefined, lang)?.value ?? labelOf('thematic-areas', area, lang));
}
