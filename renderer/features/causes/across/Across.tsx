import { ListTree, Network } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { acrossDrawing } from '../../../../shared/domain/causes/across.ts';
import { type CauseMap, LINK_KINDS } from '../../../../shared/domain/causes/types.ts';
import { directionOf } from '../../../../shared/domain/languages.ts';
import { navigate, paths, setQueryParam, useQueryParam } from '../../../app/router.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { PageHead } from '../../../ui/Card.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { SegmentedControl } from '../../../ui/ToggleButton.tsx';
import { AREA_CODES, useAreaName, useIsReadOnly } from '../../editing/index.ts';
import { AddLink } from '../parts/AddLink.tsx';
import { Canvas } from '../parts/Canvas.tsx';
import { DeficitPicker } from '../parts/DeficitPicker.tsx';
import { Links } from '../parts/Links.tsx';
import { useDeficitName } from '../parts/words.ts';
import { useMap } from '../queries.ts';

/** How the deficits hang together: what blocks, causes or worsens what, and whose causes are written down. */
export function Across({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('causes');
  const { data: map, error, refetch } = useMap(dossierId);
  const isReadOnly = useIsReadOnly();
  const as = useQueryParam('as') === 'drawing' ? 'drawing' : 'outline';
  const boxes = useMemo(() => new Map((map?.deficits ?? []).map((box) => [box.id, box])), [map]);
  if (error)
    return (
      <div className="screen">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  return (
    <section className="pane causes-pane causes-across" aria-label={t('across')}>
      <PageHead
        title={t('title')}
        subtitle={map && t('linkCount', { count: map.links.length })}
        actions={
          <SegmentedControl
            label={t('as.label')}
            value={as}
            options={[
              { id: 'outline', label: t('as.list'), icon: <ListTree size={15} aria-hidden /> },
              { id: 'drawing', label: t('as.drawing'), icon: <Network size={15} aria-hidden /> },
            ]}
            onChange={(id) => setQueryParam('as', id === 'drawing' ? id : undefined)}
          />
        }
      />
      <div className="causes-of">
        <DeficitPicker
          dossierId={dossierId}
          label={t('openTree')}
          value={undefined}
          onChange={(id) => navigate(paths.section(dossierId, 'deficits', id, { view: 'causes' }))}
        />
      </div>
      {!map ? (
        <Skeleton lines={8} />
      ) : as === 'drawing' ? (
        <MapDrawing map={map} />
      ) : (
        <div className="causes-lists">
          <section className="card" aria-labelledby="causes-links-title">
            <header className="card-head">
              <h2 id="causes-links-title">{t('links')}</h2>
            </header>
            <Links
              dossierId={dossierId}
              links={map.links}
              boxes={boxes}
              isReadOnly={isReadOnly}
              none={t('linksNoneAcross')}
            />
            {!isReadOnly && <AddLink dossierId={dossierId} />}
          </section>
          <Trees dossierId={dossierId} map={map} />
        </div>
      )}
    </section>
  );
}

/** The deficits whose causes or effects somebody has written down. */
function Trees({ dossierId, map }: { readonly dossierId: string; readonly map: CauseMap }) {
  const { t } = useTranslation('causes');
  const name = useDeficitName();
  const grown = map.deficits.filter(({ causes, effects }) => causes + effects > 0);
  return (
    <section className="card" aria-labelledby="causes-trees-title">
      <header className="card-head">
        <h2 id="causes-trees-title">{t('trees')}</h2>
      </header>
      {grown.length === 0 && <p className="muted">{t('treesNone')}</p>}
      <ul className="causes-list">
        {grown.map((deficit) => (
          <li key={deficit.id}>
            <AreaIcon area={deficit.area} />
            <a className="grow" href={paths.section(dossierId, 'deficits', deficit.id, { view: 'causes' })}>
              {name(deficit)}
            </a>
            <span className="muted">
              {t('causes', { count: deficit.causes })} · {t('effects', { count: deficit.effects })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MapDrawing({ map }: { readonly map: CauseMap }) {
  const { t } = useTranslation('causes');
  const lang = useLang();
  const areaName = useAreaName();
  const picture = useMemo(
    () =>
      acrossDrawing(map, {
        lang,
        dir: directionOf(lang),
        words: {
          title: t('across'),
          description: t('linkCount', { count: map.links.length }),
          untitled: t('untitled'),
          areas: [...AREA_CODES, null].map((area) => ({ area, label: areaName(area) })),
          says: Object.fromEntries(LINK_KINDS.map((kind) => [kind, t(`says.${kind}`)])) as never,
        },
      }),
    [map, lang, t, areaName],
  );
  if (!picture) return <p className="muted causes-none">{t('linksNoneAcross')}</p>;
  return <Canvas label={t('as.drawing')} picture={picture} />;
}
