import {
  ArchiveRestore,
  ArchiveX,
  FilePlus2,
  GitMerge,
  type LucideIcon,
  PencilLine,
  Undo2,
  Vote,
} from 'lucide-react';
import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/contract/index.ts';
import type { EditableType } from '../../../shared/domain/records/index.ts';
import { useCall } from '../../app/calls.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { wordDiff } from './diff.ts';
import { DiffText } from './parts/DiffText.tsx';
import { isTextEntry, ValueText } from './parts/ValueText.tsx';
import { splitField, useFieldLabel } from './words.ts';
import './history.css';

const ICONS: { readonly [K in HistoryEntry['kind']]: LucideIcon } = {
  create: FilePlus2,
  edit: PencilLine,
  withdraw: ArchiveX,
  restore: ArchiveRestore,
  resolve: GitMerge,
  position: Vote,
  undo: Undo2,
};
const SHOWN_AT_FIRST = 30;

/** Whether a flat field is `wanted` or a part of it. */
const isWithin = (flat: string, wanted: string | undefined): boolean =>
  wanted === undefined || flat === wanted || flat.startsWith(`${wanted}.`) || flat.startsWith(`${wanted}:`);

const ALL = 'all:';

/**
 * Everything that happened to one record, newest first: who, when, what it was before, and why. Of one field where
 * `field` names it, else of the one that is chosen above.
 */
export function RecordHistory({
  dossierId,
  type,
  id,
  field,
}: {
  readonly dossierId: string;
  readonly type: EditableType;
  readonly id: string;
  readonly field?: string;
}) {
  const { t } = useTranslation('history');
  const fieldLabel = useFieldLabel();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const [chosen, setChosen] = useState<string>();
  const { data: whole, error, refetch } = useCall('record.history', { dossier: dossierId, type, id });
  const wanted = field ?? chosen;
  const data = useMemo(
    () => whole?.filter(({ set }) => Object.keys(set).some((flat) => isWithin(flat, wanted))),
    [whole, wanted],
  );
  const fields = useMemo(
    () => [
      ...new Set(whole?.flatMap(({ set }) => Object.keys(set).map((flat) => splitField(flat)[0])) ?? []),
    ],
    [whole],
  );
  if (error) return <ErrorState error={error} size="inline" onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  if (data.length === 0 && wanted === undefined) return <EmptyState title={t('nothing')} />;
  return (
    <>
      {field === undefined && (
        <Select
          layout="bar"
          className="history-field"
          label={t('ofField')}
          options={[
            { id: ALL, label: t('everyField') },
            ...fields
              .filter((name) => name !== 'withdrawn')
              .map((name) => ({ id: name, label: fieldLabel(name) })),
          ]}
          value={chosen ?? ALL}
          onChange={(next) => setChosen(next === ALL ? undefined : next)}
        />
      )}
      {data.length === 0 && <p className="muted">{t('nothing')}</p>}
      <ol className="history-list">
        {data.slice(0, shown).map((entry) => (
          <Entry key={entry.change} dossierId={dossierId} entry={entry} wanted={wanted} />
        ))}
      </ol>
      {data.length > shown && (
        <Button variant="quiet" onPress={() => setShown((n) => n + SHOWN_AT_FIRST)}>
          {t('earlier')}
        </Button>
      )}
    </>
  );
}

/** Who wrote it: oneself, a name where it is known and not erased, a colleague otherwise. */
export function useAuthor(): (who: {
  readonly author: HistoryEntry['author'];
  readonly deviceLetter: string;
}) => string {
  const { t } = useTranslation('history');
  return ({ author, deviceLetter }) => {
    const name = author.self ? t('you') : (author.name ?? t('colleague'));
    return deviceLetter === '' ? name : t('onCopy', { who: name, letter: deviceLetter });
  };
}

function Entry({
  dossierId,
  entry,
  wanted,
}: {
  readonly dossierId: string;
  readonly entry: HistoryEntry;
  readonly wanted: string | undefined;
}) {
  const { t } = useTranslation('history');
  const format = useFormat();
  const fieldLabel = useFieldLabel();
  const authorOf = useAuthor();
  const Icon = ICONS[entry.kind];
  const fields = Object.keys(entry.set).filter((field) => field !== 'withdrawn' && isWithin(field, wanted));
  // Of one field its first value is news; of a whole record the names of its fields are.
  const isListed = entry.kind === 'create' && wanted === undefined;
  return (
    <li className="history-entry">
      <Icon size={15} aria-hidden className="history-icon" />
      <div>
        <p className="history-what">
          <strong>{t(`kind.${entry.kind}`)}</strong>{' '}
          <span className="muted">
            · <bdi>{authorOf(entry)}</bdi> ·{' '}
            <time dateTime={entry.at} title={format.dateTime(entry.at)}>
              {format.dateTime(entry.at)}
            </time>
          </span>
        </p>
        {entry.reason && (
          <p className="history-reason">
            <span className="muted">{t('reason')}</span> <bdi>{entry.reason}</bdi>
          </p>
        )}
        {fields.length > 0 && !isListed && (
          <dl className="history-fields">
            {fields.map((field) => (
              <Fragment key={field}>
                <dt>{fieldLabel(field)}</dt>
                <dd>
                  <ChangedValue dossierId={dossierId} field={field} entry={entry} />
                </dd>
              </Fragment>
            ))}
          </dl>
        )}
        {fields.length > 0 && isListed && (
          <p className="muted">
            {format.list([...new Set(fields.map((field) => fieldLabel(splitField(field)[0])))])}
          </p>
        )}
      </div>
    </li>
  );
}

function ChangedValue({
  dossierId,
  field,
  entry,
}: {
  readonly dossierId: string;
  readonly field: string;
  readonly entry: HistoryEntry;
}) {
  const { t } = useTranslation('history');
  const value = entry.set[field] ?? null;
  const before = entry.before[field] ?? null;
  if (isTextEntry(value) && isTextEntry(before) && value.text !== before.text)
    return <DiffText field={field} pieces={wordDiff(before.text, value.text)} />;
  return (
    <>
      <ValueText dossierId={dossierId} field={field} value={value} />
      {before !== null && (
        <span className="history-before">
          <span className="muted">{t('before')}</span>{' '}
          <ValueText dossierId={dossierId} field={field} value={before} />
        </span>
      )}
    </>
  );
}
