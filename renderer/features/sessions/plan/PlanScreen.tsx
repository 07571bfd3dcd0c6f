import { Settings2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView, SessionRow } from '../../../../shared/contract/index.ts';
import { BestText } from '../../../ui/BestText.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { SplitPane } from '../../../ui/SplitPane.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { useIsNarrow } from '../../../ui/useMedia.ts';
import { Conflicts, RecordProvider } from '../../editing/index.ts';
import { Agenda } from './Agenda.tsx';
import { useSession, useSessions } from './queries.ts';
import { SessionHead } from './SessionHead.tsx';
import { Settings } from './Settings.tsx';
import '../sessions.css';

/** One session before it begins: its agenda with the times it comes to, and beside it how the session is held. */
export function PlanScreen({
  dossierId,
  sessionId,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
}): ReactNode {
  // What the dialogs need is there before they open, so that the plan stays in its place.
  const { t } = useTranslation(['sessions', 'editing', 'history', 'common']);
  const { view, error, refetch } = useSession(dossierId, sessionId);
  const list = useSessions(dossierId);
  const row = list.data?.find(({ id }) => id === sessionId);
  const failure = error ?? list.error;
  if (failure || !view || !list.data || !row)
    return (
      <div className="screen">
        <h1 className="visually-hidden">{t('plan.title')}</h1>
        {failure ? (
          <ErrorState error={failure} onRetry={() => void Promise.all([refetch(), list.refetch()])} />
        ) : view && list.data ? (
          <p className="muted">{t('inTheBin')}</p>
        ) : (
          <Skeleton lines={8} />
        )}
      </div>
    );
  return <Plan dossierId={dossierId} view={view} row={row} rows={list.data} />;
}

function Plan({
  dossierId,
  view,
  row,
  rows,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'session'>;
  readonly row: SessionRow;
  readonly rows: readonly SessionRow[];
}): ReactNode {
  const { t } = useTranslation('sessions');
  const isNarrow = useIsNarrow();
  const [isSideOpen, setSideOpen] = useState(false);
  const { agenda } = view.record;
  return (
    <RecordProvider dossierId={dossierId} type="session" view={view}>
      <SplitPane
        detailLabel={t('settings.title')}
        isDetailOpen={isSideOpen}
        onDetailClose={() => setSideOpen(false)}
        main={
          <div className="sessions-plan">
            <SessionHead
              dossierId={dossierId}
              row={row}
              view="plan"
              actions={
                isNarrow && (
                  <Button icon={<Settings2 size={15} aria-hidden />} onPress={() => setSideOpen(true)}>
                    {t('settings.title')}
                  </Button>
                )
              }
            />
            <Conflicts />
            <Agenda dossierId={dossierId} session={view.record} rows={rows} />
            {agenda && (
              <Card title={t('agenda.asText')}>
                <p className="muted sessions-note">{t('agenda.asTextHelp')}</p>
                <BestText texts={agenda} className="prose" />
              </Card>
            )}
          </div>
        }
        detail={<Settings dossierId={dossierId} view={view} row={row} rows={rows} />}
      />
    </RecordProvider>
  );
}
