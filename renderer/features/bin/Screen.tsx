import { ArchiveRestore, Trash2, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BinEntry } from '../../../shared/contract/index.ts';
import { type Labels, pick } from '../../../shared/domain/languages.ts';
import type { EditableType } from '../../../shared/domain/records/index.ts';
import { useCall, useMutate } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';
import type { SectionProps } from '../../app/features.ts';
import { useFormat, useLang } from '../../i18n/useFormat.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/Card.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { announce } from '../../ui/toasts.ts';
import { useTypeLabel } from '../history/index.ts';
import './bin.css';

/** Everything that was withdrawn, of any type. Nothing here is ever emptied. */
export function Screen({ dossierId }: SectionProps) {
  const { t } = useTranslation(['bin', 'history']);
  const { data, error, refetch } = useCall('record.bin', { dossier: dossierId });
  return (
    <div className="screen">
      <PageHead
        title={t('title')}
        subtitle={data && (data.length === 0 ? t('subtitle') : t('count', { count: data.length }))}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      {data?.length === 0 && (
        <EmptyState icon={<Trash2 size={28} strokeWidth={1.5} aria-hidden />} title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className="bin-list card">
          {data.map((entry) => (
            <Entry key={entry.id} dossierId={dossierId} entry={entry} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Entry({ dossierId, entry }: { readonly dossierId: string; readonly entry: BinEntry }) {
  const { t } = useTranslation('bin');
  const lang = useLang();
  const format = useFormat();
  const typeLabel = useTypeLabel();
  const { readOnly } = useDossier();
  const restore = useMutate('record.restore');
  const name = pick(entry.label as Labels, lang)?.value ?? t('untitled');
  return (
    <li>
      <div className="bin-what">
        <p className="bin-name">
          <Badge>{typeLabel(entry.type)}</Badge> <bdi>{name}</bdi>
        </p>
        <p className="muted">
          {t('withdrawnAt', { when: format.dateTime(entry.at) })}
          {entry.reason && (
            <>
              {' · '}
              {t('reason')} <bdi>{entry.reason}</bdi>
            </>
          )}
        </p>
        {entry.editedAfterWithdrawal && (
          <p className="bin-edited">
            <TriangleAlert size={14} aria-hidden /> {t('editedAfter')}
          </p>
        )}
        {restore.error && <ErrorState error={restore.error} size="inline" />}
      </div>
      <Button
        icon={<ArchiveRestore size={15} aria-hidden />}
        aria-label={t('restoreOf', { name })}
        isDisabled={readOnly !== null}
        isPending={restore.isPending}
        onPress={() =>
          restore.mutate(
            { dossier: dossierId, type: entry.type as EditableType, id: entry.id },
            { onSuccess: () => announce(t('restored', { name })) },
          )
        }
      >
        {t('restore')}
      </Button>
    </li>
  );
}
