import { ArrowLeft, Scale } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useMutate } from '../../../app/calls.ts';
import { hasOpenDialog, useShortcut } from '../../../app/keyboard/useShortcut.ts';
import { navigate, paths, useQueryParam } from '../../../app/router.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { OutcomeStatus } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { SplitPane } from '../../../ui/SplitPane.tsx';
import { ErrorState, Notice, Skeleton } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { useIsNarrow } from '../../../ui/useMedia.ts';
import {
  Conflicts,
  RecordProvider,
  useAreaName,
  useIsReadOnly,
  WithdrawButton,
} from '../../editing/index.ts';
import { ConflictDialog, RecordHistory } from '../../history/index.ts';
import { PositionsColumns } from '../../positions/index.ts';
import { Reference } from '../parts/Reference.tsx';
import { useStrategy } from '../queries.ts';
import { Actions } from './Actions.tsx';
import { Clauses } from './Clauses.tsx';
import { Coding, Texts } from './Form.tsx';

/** One strategy: what it wants and does on one side, where the three constituencies stand on the other. */
export function Editor({ dossierId, id }: { readonly dossierId: string; readonly id: string }) {
  // All texts of the screen are waited for here: one that came late would hide what is shown and take the focus.
  const { t } = useTranslation(['strategies', 'editing', 'positions', 'history', 'common']);
  const { view, error, refetch } = useStrategy(dossierId, id);
  if (!view)
    return (
      <div className="screen">
        <h1 className="visually-hidden">{t('title')}</h1>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </div>
    );
  return <Loaded dossierId={dossierId} view={view} />;
}

function Loaded({ dossierId, view }: { readonly dossierId: string; readonly view: RecordView<'strategy'> }) {
  const { t } = useTranslation('strategies');
  const lang = useLang();
  const areaName = useAreaName();
  const isNarrow = useIsNarrow();
  const isReadOnly = useIsReadOnly();
  const isNew = useQueryParam('new') === '1';
  const [isSideOpen, setSideOpen] = useState(false);
  const restore = useMutate('record.restore');
  const { record } = view;
  const title = pick(record.title, lang)?.value.text ?? t('untitled');
  const head = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLDivElement>(null);
  // The heading takes the focus, so that a reader hears where he is; a new strategy begins in its title instead.
  useEffect(() => {
    const title = isNew
      ? form.current?.querySelector<HTMLElement>('.strategies-title-field input')
      : undefined;
    (title ?? head.current)?.focus();
  }, [isNew]);
  const toList = (): void => navigate(paths.section(dossierId, 'strategies'));
  // As in the editor of a deficit: what lies over the screen goes first.
  useShortcut({ key: 'Escape' }, () => {
    if (hasOpenDialog() || document.querySelector('[role=listbox],[role=menu]')) return false;
    toList();
    return true;
  });
  return (
    <SplitPane
      detailLabel={t('side.title')}
      isDetailOpen={isSideOpen}
      onDetailClose={() => setSideOpen(false)}
      main={
        <div className="strategies-editor" ref={form}>
          <header className="page-head">
            <div>
              <a className="strategies-back" href={paths.section(dossierId, 'strategies')}>
                <ArrowLeft size={14} aria-hidden className="flip" /> {t('back')}
              </a>
              <h1 tabIndex={-1} ref={head}>
                <Reference letter="S" number={record.number} /> {title}
              </h1>
              <p className="strategies-head-line">
                <AreaIcon area={record.area} /> <span className="muted">{areaName(record.area)}</span>
                {view.outcome && <OutcomeStatus outcome={view.outcome} />}
              </p>
            </div>
            <div className="row">
              {isNarrow && (
                <Button icon={<Scale size={15} aria-hidden />} onPress={() => setSideOpen(true)}>
                  {t('side.title')}
                </Button>
              )}
              {!isReadOnly && !view.withdrawn && (
                <WithdrawButton
                  dossierId={dossierId}
                  type="strategy"
                  id={record.id}
                  name={title}
                  onDone={toList}
                />
              )}
            </div>
          </header>
          {view.withdrawn && (
            <Notice
              tone="warn"
              action={
                !isReadOnly && (
                  <Button
                    isPending={restore.isPending}
                    onPress={() => restore.mutate({ dossier: dossierId, type: 'strategy', id: record.id })}
                  >
                    {t('restore')}
                  </Button>
                )
              }
            >
              {t('inBin')}
            </Notice>
          )}
          <RecordProvider dossierId={dossierId} type="strategy" view={view}>
            <Conflicts />
            <Texts strategy={record} />
            <Actions dossierId={dossierId} strategy={record.id} />
            <Clauses dossierId={dossierId} strategy={record.id} confidentiality={record.confidentiality} />
            <Coding strategy={record} />
          </RecordProvider>
        </div>
      }
      detail={<Side dossierId={dossierId} view={view} />}
    />
  );
}

/** Positions with their reservations, and what happened to the record. */
function Side({ dossierId, view }: { readonly dossierId: string; readonly view: RecordView<'strategy'> }) {
  const { t } = useTranslation('strategies');
  const isReadOnly = useIsReadOnly();
  const [field, setField] = useState<string>();
  const { id } = view.record;
  return (
    <>
      <Tabs
        label={t('side.title')}
        tabs={[
          {
            id: 'positions',
            label: t('side.positions'),
            content: (
              <PositionsColumns
                dossierId={dossierId}
                type="strategy"
                view={view}
                isReadOnly={isReadOnly || view.withdrawn}
                onResolve={setField}
              />
            ),
          },
          {
            id: 'history',
            label: t('side.history'),
            content: <RecordHistory dossierId={dossierId} type="strategy" id={id} />,
          },
        ]}
      />
      {field !== undefined && (
        <ConflictDialog
          dossierId={dossierId}
          type="strategy"
          id={id}
          field={field}
          onClose={() => setField(undefined)}
        />
      )}
    </>
  );
}
