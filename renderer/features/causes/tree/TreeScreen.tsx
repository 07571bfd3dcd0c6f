import { ListTree, Network } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CauseRow, CauseTree } from '../../../../shared/domain/causes/types.ts';
import { navigate, paths, setQueryParam, useQueryParam } from '../../../app/router.ts';
import { Button } from '../../../ui/Button.tsx';
import { PageHead } from '../../../ui/Card.tsx';
import { SplitPane } from '../../../ui/SplitPane.tsx';
import { ErrorState, Notice, Skeleton } from '../../../ui/states.tsx';
import { SegmentedControl } from '../../../ui/ToggleButton.tsx';
import { useIsNarrow } from '../../../ui/useMedia.ts';
import { useIsReadOnly } from '../../editing/index.ts';
import { AddLink } from '../parts/AddLink.tsx';
import { DeficitPicker } from '../parts/DeficitPicker.tsx';
import { Links } from '../parts/Links.tsx';
import { useDeficitName } from '../parts/words.ts';
import { useTree } from '../queries.ts';
import { ChosenCause } from './ChosenCause.tsx';
import { Drawing } from './Drawing.tsx';
import { Outline } from './Outline.tsx';
import { HEADS, type Place, shifted } from './rows.ts';
import { useActs } from './useActs.ts';
import { WithdrawCause } from './WithdrawCause.tsx';

const shiftedIn = (tree: CauseTree, place: Place, by: 'indent' | 'outdent'): Place =>
  shifted(tree.rows, place, by);

/** The causes and effects of one deficit, as an outline and as a drawing; both are written in. */
export function TreeScreen({ dossierId, deficit }: { readonly dossierId: string; readonly deficit: string }) {
  const { t } = useTranslation('causes');
  const { data: tree, error, refetch } = useTree(dossierId, deficit);
  const acts = useActs(dossierId, deficit, refetch, shiftedIn);
  const as = useQueryParam('as') === 'drawing' ? 'drawing' : 'outline';
  const [chosen, setChosen] = useState<string>(HEADS.cause);
  // A held arrow key goes through the rows; what stands beside them follows when there is time.
  const beside = useDeferredValue(chosen);
  const [leaving, setLeaving] = useState<CauseRow>();
  const [isSideOpen, setSideOpen] = useState(false);
  const isReadOnly = useIsReadOnly() || tree?.deficit.withdrawn === true;
  const isNarrow = useIsNarrow();
  const name = useDeficitName();
  const withdraw = useCallback((row: CauseRow) => setLeaving(row), []);

  if (error)
    return (
      <div className="screen">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!tree)
    return (
      <div className="screen">
        <Skeleton lines={8} />
      </div>
    );
  const row = tree.rows.find(({ id }) => id === beside);
  const unproven = tree.rows.filter(({ flags }) => flags.includes('no-evidence')).length;
  return (
    <>
      <SplitPane
        detailLabel={t('side')}
        isDetailOpen={isSideOpen}
        onDetailClose={() => setSideOpen(false)}
        detail={
          row ? (
            <ChosenCause
              key={row.id}
              dossierId={dossierId}
              deficit={deficit}
              row={row}
              acts={acts}
              isReadOnly={isReadOnly}
              onWithdraw={() => setLeaving(row)}
            />
          ) : (
            <DeficitSide dossierId={dossierId} tree={tree} isReadOnly={isReadOnly} />
          )
        }
        main={
          <section className="pane causes-pane" aria-label={t('title')}>
            <PageHead
              title={t('title')}
              subtitle={`${t('causes', { count: tree.deficit.causes })} · ${t('effects', {
                count: tree.deficit.effects,
              })}${unproven > 0 ? ` · ${t('unproven', { count: unproven })}` : ''}`}
              actions={
                <>
                  {isNarrow && <Button onPress={() => setSideOpen(true)}>{t('showSide')}</Button>}
                  <SegmentedControl
                    label={t('as.label')}
                    value={as}
                    options={[
                      { id: 'outline', label: t('as.outline'), icon: <ListTree size={15} aria-hidden /> },
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
                label={t('of')}
                value={deficit}
                valueLabel={name(tree.deficit)}
                onChange={(id) => navigate(paths.section(dossierId, 'deficits', id, { view: 'causes' }))}
              />
              <a href={paths.section(dossierId, 'deficits', deficit)}>{t('openDeficit')}</a>
            </div>
            {tree.deficit.withdrawn && <Notice tone="warn">{t('withdrawnDeficit')}</Notice>}
            {as === 'drawing' ? (
              <Drawing
                dossierId={dossierId}
                tree={tree}
                acts={acts}
                chosen={chosen}
                isReadOnly={isReadOnly}
                isAsking={leaving !== undefined}
                onChoose={setChosen}
                onWithdraw={withdraw}
              />
            ) : (
              <Outline
                dossierId={dossierId}
                tree={tree}
                acts={acts}
                chosen={chosen}
                isReadOnly={isReadOnly}
                onChoose={setChosen}
                onWithdraw={withdraw}
              />
            )}
          </section>
        }
      />
      {leaving && (
        <WithdrawCause
          dossierId={dossierId}
          tree={tree}
          row={leaving}
          onClose={(done) => {
            if (done) setChosen(leaving.parent ?? HEADS[leaving.kind]);
            setLeaving(undefined);
          }}
        />
      )}
    </>
  );
}

/** Where no cause is chosen: what the deficit does to others, and others to it. */
function DeficitSide({
  dossierId,
  tree,
  isReadOnly,
}: {
  readonly dossierId: string;
  readonly tree: CauseTree;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('causes');
  const name = useDeficitName();
  const boxes = useMemo(() => new Map([...tree.others, tree.deficit].map((box) => [box.id, box])), [tree]);
  return (
    <>
      <h2 className="causes-side-title">{t('links')}</h2>
      <Links
        dossierId={dossierId}
        links={tree.links}
        boxes={boxes}
        isReadOnly={isReadOnly}
        none={t('linksNone')}
      />
      {!isReadOnly && (
        <AddLink dossierId={dossierId} from={{ id: tree.deficit.id, label: name(tree.deficit) }} />
      )}
    </>
  );
}
