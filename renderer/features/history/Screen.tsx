import { GitMerge, History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conflict } from '../../../shared/contract/index.ts';
import { type Labels, pick } from '../../../shared/domain/languages.ts';
import type { EditableType } from '../../../shared/domain/records/index.ts';
import { useCall } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';
import type { SectionProps } from '../../app/features.ts';
import { paths, useQueryParam } from '../../app/router.ts';
import { useFormat, useLang } from '../../i18n/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { Card, PageHead } from '../../ui/Card.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { RecordHistory } from './RecordHistory.tsx';
import { useFieldLabel, useTypeLabel } from './words.ts';
import './history.css';

const TYPES: readonly string[] = [
  'dossier',
  'organization',
  'participant',
  'absence',
  'session',
  'statement',
  'deficit',
  'evidence',
  'clause',
  'strategy',
  'action',
  'comment',
  'agendaItem',
  'point',
  'norm',
  'cause',
  'link',
  'nationalCode',
  'registerView',
] satisfies readonly EditableType[];
const isEditable = (type: string | undefined): type is EditableType => TYPES.includes(type ?? '');

/** What waits for a decision, what changed last, and the whole story of one record. */
export function Screen({ dossierId, recordId }: SectionProps) {
  const { t } = useTranslation(['history', 'positions']);
  const type = useQueryParam('type');
  return (
    <div className="screen">
      <PageHead title={t('title')} subtitle={t('subtitle')} />
      <Conflicts dossierId={dossierId} />
      {recordId && isEditable(type) && (
        <Card title={t('ofRecord')}>
          <RecordHistory dossierId={dossierId} type={type} id={recordId} />
        </Card>
      )}
      <Recent dossierId={dossierId} />
    </div>
  );
}

function Conflicts({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('history');
  const lang = useLang();
  const format = useFormat();
  const fieldLabel = useFieldLabel();
  const typeLabel = useTypeLabel();
  const { readOnly } = useDossier();
  const [open, setOpen] = useState<Conflict>();
  const { data, error, refetch } = useCall('conflict.list', { dossier: dossierId });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Card title={t('conflicts')} count={data && format.count(data.length)}>
      {!data && <Skeleton />}
      {data?.length === 0 && <p className="muted">{t('noConflicts')}</p>}
      {data && data.length > 0 && (
        <ul className="history-rows">
          {data.map((conflict) => (
            <li key={`${conflict.id} ${conflict.field}`}>
              <GitMerge size={16} aria-hidden />
              <div className="grow">
                <p>
                  <bdi>{pick(conflict.label as Labels, lang)?.value ?? typeLabel(conflict.type)}</bdi>
                </p>
                <p className="muted">
                  {typeLabel(conflict.type)} · {fieldLabel(conflict.field)}
                </p>
              </div>
              {conflict.type === 'round' && (
                <a
                  className="button"
                  href={paths.section(dossierId, 'deficits', undefined, {
                    view: 'priorities',
                    round: conflict.id,
                  })}
                >
                  {t('decideThere')}
                </a>
              )}
              {isEditable(conflict.type) && (
                <Button isDisabled={readOnly !== null} onPress={() => setOpen(conflict)}>
                  {t('resolve')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && isEditable(open.type) && (
        <ConflictDialog
          dossierId={dossierId}
          type={open.type}
          id={open.id}
          field={open.field}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}

function Recent({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('history');
  const lang = useLang();
  const format = useFormat();
  const typeLabel = useTypeLabel();
  const { data, error, refetch } = useCall('dossier.overview', { dossier: dossierId });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Card title={t('recent')}>
      {!data && <Skeleton lines={5} />}
      {data?.recent.length === 0 && (
        <EmptyState icon={<History size={28} strokeWidth={1.5} aria-hidden />} title={t('nothing')}>
          {t('nothingText')}
        </EmptyState>
      )}
      {data && (
        <ul className="history-rows">
          {data.recent.map((entry) => (
            <li key={entry.id}>
              <div className="grow">
                <p>
                  <bdi>{pick(entry.title as Labels, lang)?.value ?? typeLabel(entry.type)}</bdi>
                </p>
                <p className="muted">
                  {typeLabel(entry.type)} · {format.dateTime(entry.at)}
                </p>
              </div>
              <a
                className="button"
                href={paths.section(dossierId, 'history', entry.id, { type: entry.type })}
                aria-label={t('showOf', {
                  name: pick(entry.title as Labels, lang)?.value ?? typeLabel(entry.type),
                })}
              >
                {t('show')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
