import { HardDriveUpload, Plus, StickyNote } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView, SessionRow } from '../../../../shared/contract/index.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useCall } from '../../../app/calls.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { SplitPane } from '../../../ui/SplitPane.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '../../../ui/states.tsx';
import { CardForm, useDesk, useWritingLang } from '../../capture/index.ts';
import { useAreaName, useIsReadOnly } from '../../editing/index.ts';
import { HandOverDialog } from '../../library/index.ts';
import { SessionHead } from '../plan/SessionHead.tsx';
import { useRow } from '../plan/useRow.tsx';
import { useSessionTitle } from '../plan/words.tsx';
import { CardEditor } from './CardEditor.tsx';
import { TableTimer } from './TableTimer.tsx';
import '../sessions.css';

/** The sheet of one table: the deficits it sees, one card each; what is on the list is kept as it is typed. */
export function CaptureScreen({
  dossierId,
  sessionId,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
}): ReactNode {
  const { t } = useTranslation(['sessions', 'editing', 'history', 'common', 'library', 'capture']);
  const found = useRow(dossierId, sessionId, t('capture.title'));
  if (!found.row) return found.instead;
  return <Capture dossierId={dossierId} row={found.row} />;
}

function Capture({ dossierId, row }: { readonly dossierId: string; readonly row: SessionRow }): ReactNode {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const lang = useLang();
  const areaName = useAreaName();
  const named = useSessionTitle();
  const isReadOnly = useIsReadOnly();
  const at = useDesk(dossierId, row.id);
  const writingLang = useWritingLang(at.desk.lang);
  const [opened, setOpened] = useState<string>();
  const [isWriting, setWriting] = useState(false);
  const [isHandingOver, setHandingOver] = useState(false);
  const { data, error, refetch } = useCall(
    'record.list',
    { dossier: dossierId, type: 'deficit', of: { field: 'session', id: row.id } },
    { recordTypes: ['deficit'] },
  );
  const cards = data as readonly RecordView<'deficit'>[] | undefined;
  const openedView = cards?.find(({ record }) => record.id === opened);
  const newButton = !isReadOnly && !isWriting && (
    <Button
      variant="primary"
      icon={<Plus size={16} aria-hidden />}
      onPress={() => {
        setOpened(undefined);
        setWriting(true);
      }}
    >
      {t('capture.new')}
    </Button>
  );
  return (
    <SplitPane
      detailLabel={t('capture.card')}
      isDetailOpen={openedView !== undefined}
      onDetailClose={() => setOpened(undefined)}
      main={
        <div className="sessions-page">
          <SessionHead dossierId={dossierId} row={row} view="capture" />
          <Notice
            action={
              <Button icon={<HardDriveUpload size={15} aria-hidden />} onPress={() => setHandingOver(true)}>
                {t('capture.handOver')}
              </Button>
            }
          >
            {t('capture.anyLaptop')}
          </Notice>
          <TableTimer key={row.id} dossierId={dossierId} sessionId={row.id} />
          {isWriting && !isReadOnly && (
            <CardForm dossierId={dossierId} at={at} lang={writingLang} session={row.id} />
          )}
          <Card
            title={t('capture.cards')}
            count={cards && format.count(cards.length)}
            actions={cards && cards.length > 0 && newButton}
          >
            {error && <ErrorState error={error} size="inline" onRetry={() => void refetch()} />}
            {!cards && !error && <Skeleton lines={4} />}
            {cards?.length === 0 && (
              <EmptyState
                icon={<StickyNote size={28} strokeWidth={1.5} aria-hidden />}
                title={t('capture.empty')}
                action={newButton || undefined}
              >
                {t('capture.emptyText')}
              </EmptyState>
            )}
            {cards && cards.length > 0 && (
              <ul className="sessions-cards">
                {cards.map(({ record }) => (
                  <li key={record.id}>
                    <AreaIcon area={record.area} />
                    <span className="muted num">
                      <bdi>D-{record.number}</bdi>
                    </span>
                    <span className="grow">
                      <button
                        type="button"
                        className="sessions-open"
                        aria-pressed={record.id === opened}
                        onClick={() => setOpened(record.id)}
                      >
                        {pick(record.title, lang)?.value.text ?? t('item.untitledDeficit')}
                      </button>
                      <small className="muted">{areaName(record.area)}</small>
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          {isHandingOver && (
            <HandOverDialog
              dossier={dossierId}
              name={named(row.title)}
              onClose={() => setHandingOver(false)}
            />
          )}
        </div>
      }
      detail={
        openedView && (
          <CardEditor
            key={openedView.record.id}
            dossierId={dossierId}
            view={openedView}
            onGone={() => setOpened(undefined)}
          />
        )
      }
    />
  );
}
