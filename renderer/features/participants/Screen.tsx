import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../../shared/domain/codes.ts';
import type { SectionProps } from '../../app/features.ts';
import { navigate, paths, useQueryParam } from '../../app/router.ts';
import { PageHead } from '../../ui/Card.tsx';
import { SEATS } from '../../ui/constituency.tsx';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { balanceOf } from './balance.ts';
import { Absences } from './parts/Absences.tsx';
import { BalanceTiles } from './parts/Balance.tsx';
import { Detail, isListed } from './parts/Detail.tsx';
import type { Selection } from './parts/ListTab.tsx';
import { Organizations } from './parts/Organizations.tsx';
import { People } from './parts/People.tsx';
import { Sessions } from './parts/Sessions.tsx';
import { type Lists, TABS, type TabName, useLists } from './queries.ts';
import './participants.css';

/** Who takes part: people by constituency, their organizations, who is absent and why, and the sessions. */
export function Screen({ dossierId, recordId }: SectionProps) {
  const { t } = useTranslation(['participants', 'editing', 'history', 'common']);
  const { lists, failed } = useLists(dossierId);
  const asked = useQueryParam('tab');
  const [isDetailOpen, setDetailOpen] = useState(false);
  // A link to a record alone leads to the tab it is on.
  const home = TABS.find((name) => lists?.[name].some(({ record }) => record.id === recordId));
  const tab = home ?? TABS.find((name) => name === asked) ?? 'people';
  const go = useCallback(
    (next: TabName, id?: string) =>
      navigate(paths.section(dossierId, 'participants', id, { tab: next }), { replace: true }),
    [dossierId],
  );
  const selection = useMemo<Selection>(
    () => ({
      id: recordId,
      select: (id) => go(tab, id),
      open: (id) => {
        go(tab, id);
        setDetailOpen(true);
      },
    }),
    [recordId, go, tab],
  );
  const close = (): void => {
    setDetailOpen(false);
    go(tab);
  };
  return (
    <SplitPane
      detailLabel={t('detail')}
      isDetailOpen={isDetailOpen}
      onDetailClose={() => setDetailOpen(false)}
      main={
        <div className="pane participants">
          <PageHead
            title={t('title')}
            subtitle={
              lists &&
              t('subtitle', {
                people: t('count.people', { count: lists.people.length }),
                organizations: t('count.organizations', { count: lists.organizations.length }),
              })
            }
          />
          {failed && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
          {!lists && !failed && <Skeleton lines={8} />}
          {lists && (
            <Listed
              dossierId={dossierId}
              lists={lists}
              tab={tab}
              onTab={(next) => next !== tab && go(next)}
              selection={selection}
            />
          )}
        </div>
      }
      detail={
        lists && recordId && isListed(lists, recordId) ? (
          <Detail key={recordId} dossierId={dossierId} id={recordId} lists={lists} onClose={close} />
        ) : undefined
      }
    />
  );
}

/** The balance of the room, and the four lists below it. */
function Listed({
  dossierId,
  lists,
  tab,
  onTab,
  selection,
}: {
  readonly dossierId: string;
  readonly lists: Lists;
  readonly tab: TabName;
  readonly onTab: (tab: TabName) => void;
  readonly selection: Selection;
}) {
  const { t } = useTranslation('participants');
  const [seat, setSeat] = useState<Seat>();
  const balances = useMemo(() => {
    const people = lists.people.map(({ record }) => record);
    return SEATS.map((each) => balanceOf(each, people));
  }, [lists.people]);
  const shared = { dossierId, seat, selection, ...lists };
  const content: { readonly [N in TabName]: ReactNode } = {
    people: <People {...shared} />,
    organizations: <Organizations {...shared} />,
    absences: <Absences {...shared} />,
    sessions: <Sessions dossierId={dossierId} sessions={lists.sessions} selection={selection} />,
  };
  return (
    <>
      <BalanceTiles balances={balances} value={seat} onChange={setSeat} />
      <p className="participants-presence">{t('balance.note')}</p>
      <Tabs<TabName>
        label={t('title')}
        selected={tab}
        onSelect={onTab}
        tabs={TABS.map((id) => ({
          id,
          label: t(`tab.${id}`),
          count: lists[id].length,
          content: content[id],
        }))}
      />
    </>
  );
}
