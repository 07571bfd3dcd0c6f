import { ListTree, Network } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CauseMap } from '../../../../shared/domain/causes/types.ts';
import { navigate, paths, setQueryParam, useQueryParam } from '../../../app/router.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { Button } from '../../../ui/Button.tsx';
import { PageHead } from '../../../ui/Card.tsx';
import { SplitPane } from '../../../ui/SplitPane.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { SegmentedControl } from '../../../ui/ToggleButton.tsx';
import { useIsNarrow } from '../../../ui/useMedia.ts';
import { useIsReadOnly } from '../../editing/index.ts';
import { AddLink } from '../parts/AddLink.tsx';
import { DeficitPicker } from '../parts/DeficitPicker.tsx';
import { Links } from '../parts/Links.tsx';
import { useDeficitName } from '../parts/words.ts';
import { useMap } from '../queries.ts';
import { ChosenDeficit } from './ChosenDeficit.tsx';
import { MapDrawing } from './MapDrawing.tsx';

/** How the deficits hang together: what blocks, causes or worsens what, and whose causes are written down. */
export function Across({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('causes');
  const { data: map, error, refetch } = useMap(dossierId);
  const isReadOnly = useIsReadOnly();
  const as = useQueryParam('as') === 'drawing' ? 'drawing' : 'outline';
  const boxes = useMemo(() => new Map((map?.deficits ?? []).map((box) => [box.id, box])), [map]);
  const [chosen, setChosen] = useState<string>();
  // A held arrow key goes through the boxes; what stands beside them follows when there is time.
  const beside = boxes.get(useDeferredValue(chosen) ?? '');
  const [isSideOpen, setSideOpen] = useState(false);
  const isNarrow = useIsNarrow();
  const openTree = (id: string): void =>
    navigate(paths.section(dossierId, 'deficits', id, { view: 'causes' }));
  const isDrawing = as === 'drawing' && map !== undefined && map.links.length > 0;
  if (error)
    return (
      <div className="screen">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  return (
    <SplitPane
      detailLabel={t('side')}
      isDetailOpen={isSideOpen}
      onDetailClose={() => setSideOpen(false)}
      detail={
        !isDrawing ? undefined : beside ? (
          <ChosenDeficit
            dossierId={dossierId}
            map={map}
            boxes={boxes}
            deficit={beside}
            isReadOnly={isReadOnly}
          />
        ) : (
          <>
            <h2 className="causes-side-title">{t('links')}</h2>
            {!isReadOnly && <AddLink dossierId={dossierId} />}
          </>
        )
      }
      main={
        <section className="pane causes-pane causes-across" aria-label={t('across')}>
          <PageHead
            title={t('title')}
            subtitle={map && t('linkCount', { count: map.links.length })}
            actions={
              <>
                {isNarrow && isDrawing && <Button onPress={() => setSideOpen(true)}>{t('showSide')}</Button>}
                <SegmentedControl
                  label={t('as.label')}
                  value={as}
                  options={[
                    { id: 'outline', label: t('as.list'), icon: <ListTree size={15} aria-hidden /> },
                    { id: 'drawing', label: t('as.drawing'), icon: <Network size={15} aria-hidden /> },
                  ]}
                  onChange={(id) => setQueryParam('as', id === 'drawing' ? id : undefined)}
                />
              </>
            }
          />
          <div className="causes-of">
            <DeficitPicker
              dossierId={dossierId}
              label={t('openTree')}
              value={undefined}
              onChange={openTree}
            />
          </div>
          {!map ? (
            <Skeleton lines={8} />
          ) : isDrawing ? (
            <MapDrawing map={map} chosen={chosen} onChoose={setChosen} onOpen={openTree} />
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
              {as === 'outline' && <Trees dossierId={dossierId} map={map} />}
            </div>
          )}
        </section>
      }
    />
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
