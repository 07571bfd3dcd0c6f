import { MessageSquareQuote, Pencil, TriangleAlert } from 'lucide-react';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointRow } from '../../../../../shared/contract/index.ts';
import { pick } from '../../../../../shared/domain/languages.ts';
import { useFormat, useLang } from '../../../../i18n/useFormat.ts';
import { Badge, OutcomeStatus } from '../../../../ui/Badge.tsx';
import { BestText } from '../../../../ui/BestText.tsx';
import { Button, IconButton } from '../../../../ui/Button.tsx';
import { Card } from '../../../../ui/Card.tsx';
import { ConstituencyTile } from '../../../../ui/constituency.tsx';
import { ErrorState } from '../../../../ui/states.tsx';
import { ToggleButton } from '../../../../ui/ToggleButton.tsx';
import { mayHold } from '../draft.ts';
import type { EntryFloor } from '../useEntryFloor.ts';
import { useOrganizations, usePeople } from '../usePeople.ts';
import { isUnput, type Recorded } from '../useRecord.ts';
import { useSeatNames } from '../words.ts';
import { Composer } from './Composer.tsx';

/** What was said, as it is written: newest last, and the line to write the next beneath. */
export const RecordPane = memo(function RecordPane({
  dossierId,
  sessionId,
  floor,
  record,
  onPut,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly floor: EntryFloor;
  readonly record: Recorded;
  readonly onPut: (point: PointRow) => void;
}) {
  const { t } = useTranslation('room');
  const format = useFormat();
  const [onlyItem, setOnlyItem] = useState(false);
  const [edited, setEdited] = useState<PointRow>();
  const [writing, setWriting] = useState<string>();
  const leaveEdit = useCallback(() => setEdited(undefined), []);
  const canWrite = floor.phase === 'open' || floor.phase === 'suspended';
  const shown = useMemo(
    () =>
      record.points.filter(
        (point) =>
          !point.withdrawn &&
          point.id !== writing &&
          (!onlyItem || floor.item === null || point.item === floor.item),
      ),
    [record.points, writing, onlyItem, floor.item],
  );
  const wordsOf = useSpeakers(dossierId, floor);
  const list = useRef<HTMLDivElement>(null);
  const newest = shown.at(-1)?.id;
  // The newest entry is the one that is looked for: it is in view when it comes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the newest entry
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [newest]);
  return (
    <div data-region className="sitting-record">
      <Card
        title={t('record.title')}
        count={format.count(record.total)}
        className="sitting-fill"
        actions={
          floor.item !== null && (
            <ToggleButton className="sitting-small" isSelected={onlyItem} onChange={setOnlyItem}>
              {t('record.onlyItem')}
            </ToggleButton>
          )
        }
      >
        <div className="sitting-scroll" ref={list}>
          {record.error ? <ErrorState error={record.error} size="inline" /> : null}
          {record.hasOlder && (
            <Button variant="quiet" className="sitting-small" onPress={record.older}>
              {t('record.older')}
            </Button>
          )}
          {shown.length === 0 && !record.error && <p className="muted sitting-empty">{t('record.empty')}</p>}
          <ul className="sitting-points">
            {shown.map((point) => (
              <Point
                key={point.id}
                point={point}
                speaker={wordsOf(point)}
                isEdited={edited?.id === point.id}
                canWrite={canWrite}
                onEdit={setEdited}
                onPut={onPut}
              />
            ))}
          </ul>
        </div>
        {canWrite && (
          <Composer
            dossierId={dossierId}
            sessionId={sessionId}
            floor={floor}
            edited={edited}
            onWriting={setWriting}
            onLeaveEdit={leaveEdit}
          />
        )}
      </Card>
    </div>
  );
});

/** Who said it, as far as the session tells it: a person and the organization, or the organization alone. */
function useSpeakers(
  dossierId: string,
  { level, presence }: EntryFloor,
): (point: PointRow) => readonly string[] {
  const may = mayHold(level);
  const people = usePeople(dossierId, presence);
  const organizations = useOrganizations(dossierId, may.organization);
  return ({ participant, organization }) =>
    [
      may.participant && people.find((one) => one.participant === participant)?.label,
      organizations.find(({ id }) => id === organization)?.name,
    ].filter((part) => typeof part === 'string');
}

/** Drawn again only when it says something else: every act of the floor would draw all of them otherwise. */
const Point = memo(
  PointRowItem,
  (before, after) =>
    (['point', 'isEdited', 'canWrite', 'onEdit', 'onPut'] as const).every(
      (key) => before[key] === after[key],
    ) && before.speaker.join('\n') === after.speaker.join('\n'),
);

function PointRowItem({
  point,
  speaker,
  isEdited,
  canWrite,
  onEdit,
  onPut,
}: {
  readonly point: PointRow;
  readonly speaker: readonly string[];
  readonly isEdited: boolean;
  readonly canWrite: boolean;
  readonly onEdit: (point: PointRow) => void;
  readonly onPut: (point: PointRow) => void;
}) {
  const { t } = useTranslation('room');
  const format = useFormat();
  const lang = useLang();
  const names = useSeatNames();
  const text = (pick(point.body, lang)?.value.text ?? '').slice(0, 60);
  return (
    <li className={`sitting-point${isEdited ? ' is-edited' : ''}`} data-point={point.id}>
      <span className="sitting-point-at num">{point.at ? format.time(point.at) : ''}</span>
      <span className={`sitting-point-kind ${point.kind}`}>{t(`pointKind.${point.kind}`)}</span>
      <span className="sitting-point-body">
        {point.seat && <ConstituencyTile seat={point.seat} size="s" name={names[point.seat]} />}
        <BestText texts={point.body} isBlock={false} />
        {point.interpreted && <span className="muted"> ({t('record.isInterpreted')})</span>}
        {point.namesPerson && (
          <span className="sitting-late sitting-names">
            <TriangleAlert size={12} aria-hidden /> {t('record.namesPerson')}
          </span>
        )}
        {point.conflicts.length > 0 && <Badge tone="bad">{t('record.conflict')}</Badge>}
        {point.kind === 'proposed-conclusion' &&
          (isUnput(point) ? (
            <Badge>{t('record.unputKind')}</Badge>
          ) : (
            point.outcome && <OutcomeStatus outcome={point.outcome} />
          ))}
        <More point={point} speaker={speaker} />
      </span>
      <span className="sitting-point-do">
        {canWrite && point.kind === 'proposed-conclusion' && isUnput(point) && (
          <IconButton
            size="s"
            label={t('record.putThis', { text })}
            icon={<MessageSquareQuote size={14} aria-hidden />}
            onPress={() => onPut(point)}
          />
        )}
        {canWrite && (
          <IconButton
            size="s"
            label={t('record.edit', { text })}
            icon={<Pencil size={13} aria-hidden />}
            onPress={() => onEdit(point)}
          />
        )}
      </span>
    </li>
  );
}

/** What an entry says beside its text, on a line of its own; nothing where it says no more. */
function More({ point, speaker }: { readonly point: PointRow; readonly speaker: readonly string[] }) {
  const { t } = useTranslation('room');
  const format = useFormat();
  const isAction = point.kind === 'action';
  const hasResponsible = isAction && Object.keys(point.responsible).length > 0;
  if (speaker.length === 0 && !point.clauseNumber && !hasResponsible && !(isAction && point.due)) return null;
  return (
    <small className="sitting-point-more muted">
      {speaker.map((part) => (
        <bdi key={part}>{part}</bdi>
      ))}
      {point.clauseNumber && (
        <span>
          {t('record.onClause')} <bdi className="num">C-{point.clauseNumber}</bdi>
        </span>
      )}
      {hasResponsible && (
        <span>
          <b>{t('record.responsible')}</b> <BestText texts={point.responsible} isBlock={false} />
        </span>
      )}
      {isAction && point.due && (
        <span>
          <b>{t('record.due')}</b> {format.date(point.due)}
        </span>
      )}
    </small>
  );
}
