import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';
import { paths } from '../../app/router.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { BestText } from '../../ui/BestText.tsx';
import { Card, Facts } from '../../ui/Card.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx';
import { IssueCard } from './IssueCard.tsx';
import './minutes.css';
import { PhaseCard } from './PhaseCard.tsx';
import { Fingerprint } from './parts.tsx';

/** What the minutes of a session are made of: a change of anything else does not ask for them again. */
const MADE_OF = [
  'session',
  'agendaItem',
  'presence',
  'point',
  'readBack',
  'clause',
  'comment',
  'minutes',
  'participant',
  'dossier',
] as const;
const COUNTS = ['presence', 'agendaItem', 'point', 'decision', 'undecided', 'action', 'amendment'] as const;

/** Minutes of one session: what they hold, the next phase to give out, and the phases that were given out. */
export function MinutesScreen({
  dossierId,
  sessionId,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
}): ReactNode {
  const { t } = useTranslation('minutes');
  const ref = { dossier: dossierId, session: sessionId };
  const { readOnly } = useDossier();
  const session = useCall(
    'record.get',
    { dossier: dossierId, type: 'session', id: sessionId },
    { recordTypes: ['session'] },
  );
  const preview = useCall('minutes.preview', ref, { recordTypes: MADE_OF });
  const list = useCall('minutes.list', ref, { recordTypes: ['minutes'] });
  const record = session.data?.record as
    | { readonly title?: Parameters<typeof BestText>[0]['texts']; readonly phase?: string }
    | undefined;
  const isClosed = record?.phase === 'closed';
  return (
    <div className="screen">
      <header className="page-head">
        <div>
          <a className="minutes-back" href={paths.section(dossierId, 'sessions', sessionId)}>
            <ArrowLeft size={14} aria-hidden className="flip" /> {t('back')}
          </a>
          <h1 tabIndex={-1}>{t('title')}</h1>
          {record?.title && (
            <p className="muted">
              <BestText texts={record.title} isBlock={false} />
            </p>
          )}
        </div>
      </header>
      {session.error && <ErrorState error={session.error} />}
      {record && !isClosed && <Notice tone="accent">{t('notClosed')}</Notice>}
      <div className="minutes-columns">
        <div>
          <Card title={t('preview.title')}>
            {preview.error ? (
              <ErrorState error={preview.error} size="inline" onRetry={() => void preview.refetch()} />
            ) : preview.data ? (
              <Preview preview={preview.data} />
            ) : (
              <Skeleton />
            )}
          </Card>
          {isClosed && readOnly === null && list.data && (
            <IssueCard
              dossierId={dossierId}
              sessionId={sessionId}
              last={list.data.at(-1)}
              hasNames={(preview.data?.namesFound.length ?? 0) > 0}
            />
          )}
        </div>
        <div>
          {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
          {list.data?.length === 0 && <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>}
          {[...(list.data ?? [])].reverse().map((row, n) => (
            <PhaseCard
              key={row.id}
              dossierId={dossierId}
              row={row}
              isLatest={n === 0}
              mayWrite={readOnly === null}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function Preview({
  preview,
}: {
  readonly preview: NonNullable<ReturnType<typeof useCall<'minutes.preview'>>['data']>;
}): ReactNode {
  const { t } = useTranslation('minutes');
  const format = useFormat();
  const left = Object.values(preview.leftOut).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <Facts
        facts={COUNTS.map((type) => ({
          name: t(`counts.${type}`),
          value: <span className="num">{format.count(preview.counts[type] ?? 0)}</span>,
        }))}
      />
      {preview.unread > 0 && <Notice tone="warn">{t('preview.unread', { count: preview.unread })}</Notice>}
      {left > 0 && <p className="muted">{t('preview.leftOut', { count: left })}</p>}
      {preview.namesFound.length > 0 && (
        <Notice tone="bad">
          <p>{t('preview.names')}</p>
          <ul className="minutes-names">
            {preview.namesFound.map((place) => (
              <li key={`${place.number} ${place.field}`}>
                <bdi>{place.number === '' ? t('preview.unnumbered') : place.number}</bdi>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p>
        {t('fingerprintNow')} <Fingerprint groups={preview.fingerprint} />
      </p>
    </>
  );
}
