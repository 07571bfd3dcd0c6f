import { MessageSquareWarning, Unlink } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineageEntry, RecordView } from '../../../shared/contract/index.ts';
import { STAYING } from '../../../shared/domain/duplicates/stays.ts';
import { useCall } from '../../app/calls.ts';
import { paths } from '../../app/router.ts';
import { Badge } from '../../ui/Badge.tsx';
import { BestText } from '../../ui/BestText.tsx';
import { Button } from '../../ui/Button.tsx';
import { CONSTITUENCIES, ConstituencyTile } from '../../ui/constituency.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { useConstituencyNames } from '../positions/index.ts';
import { ObjectionDialog } from './ObjectionDialog.tsx';
import { SeparateDialog } from './SeparateDialog.tsx';
import { referenceOf } from './suggestions.ts';
import './duplicates.css';

/** Where a deficit's wording comes from, what became of it, and what was objected; nothing where there is none. */
export function Lineage({
  dossierId,
  view,
  isReadOnly = true,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'deficit'>;
  readonly isReadOnly?: boolean;
}) {
  const { t } = useTranslation('duplicates');
  const names = useConstituencyNames();
  const [open, setOpen] = useState<'object' | 'separate'>();
  const { record } = view;
  const { data, error } = useCall(
    'duplicates.lineage',
    { dossier: dossierId, id: record.id },
    { recordTypes: ['deficit', ...STAYING] },
  );
  if (error) return <ErrorState error={error} size="inline" />;
  if (!data) return null;
  const { origin, parents, joinedInto, isInCycle, missing } = data;
  // What it was joined into is said by itself.
  const children = data.children.filter(({ id }) => id !== joinedInto?.id);
  const near = parents.filter(({ isDistant }) => !isDistant);
  const distant = parents.filter(({ isDistant }) => isDistant);
  const objecting = CONSTITUENCIES.filter((seat) => record.objection?.[seat]);
  const hasLine = origin !== null || parents.length + children.length + missing > 0 || joinedInto !== null;
  const close = (): void => setOpen(undefined);
  const list = (entries: readonly LineageEntry[]) => (
    <ul className="duplicates-lineage-list">
      {entries.map((entry) => (
        <Wording key={entry.id} dossierId={dossierId} entry={entry} />
      ))}
    </ul>
  );
  if (!hasLine) return null;
  return (
    <section className="duplicates-lineage" aria-label={t('lineage.title')}>
      <h3>{t('lineage.title')}</h3>
      {joinedInto && (
        <Notice>
          <a href={paths.section(dossierId, 'deficits', joinedInto.id)}>
            {t('lineage.into', { ref: referenceOf(joinedInto.number) })}
          </a>
        </Notice>
      )}
      {isInCycle && <Notice tone="warn">{t('lineage.cycle')}</Notice>}
      {near.length > 0 && (
        <>
          <h4>{t(origin === 'split' ? 'lineage.split' : 'lineage.joined')}</h4>
          {list(near)}
        </>
      )}
      {missing > 0 && <p className="muted">{t('lineage.missing', { count: missing })}</p>}
      {distant.length > 0 && (
        <details>
          <summary>{t('lineage.distant')}</summary>
          {list(distant)}
        </details>
      )}
      {children.length > 0 && (
        <>
          <h4>{t('lineage.children')}</h4>
          <ul className="duplicates-lineage-list">
            {children.map((child) => (
              <Wording
                key={child.id}
                dossierId={dossierId}
                entry={child}
                note={t(child.origin === 'split' ? 'lineage.intoSplit' : 'lineage.intoJoined')}
              />
            ))}
          </ul>
        </>
      )}
      {origin !== null && (
        <>
          <h4>{t('lineage.objections')}</h4>
          {objecting.length === 0 && <p className="muted">{t('lineage.objectionNone')}</p>}
          <ul className="duplicates-lineage-list">
            {objecting.map((seat) => (
              <li key={seat} className="duplicates-wording duplicates-objection">
                <ConstituencyTile seat={seat} name={names[seat]} size="s" />
                <div>
                  <BestText texts={record.objection?.[seat]} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {!isReadOnly && origin !== null && (
        <div className="row">
          <Button icon={<MessageSquareWarning size={15} aria-hidden />} onPress={() => setOpen('object')}>
            {t('lineage.object')}
          </Button>
          {origin === 'joined' && (
            <Button icon={<Unlink size={15} aria-hidden />} onPress={() => setOpen('separate')}>
              {t('lineage.separate')}
            </Button>
          )}
        </div>
      )}
      {open === 'object' && <ObjectionDialog dossierId={dossierId} view={view} onClose={close} />}
      {open === 'separate' && (
        <SeparateDialog dossierId={dossierId} id={record.id} stays={data.stays} onClose={close} />
      )}
    </section>
  );
}

/** A wording in full: a parent is never told by its number alone. */
function Wording({
  dossierId,
  entry,
  note,
}: {
  readonly dossierId: string;
  readonly entry: LineageEntry;
  readonly note?: string;
}) {
  const { t } = useTranslation('duplicates');
  return (
    <li className="duplicates-wording">
      <p className="duplicates-wording-head">
        <a className="mono" href={paths.section(dossierId, 'deficits', entry.id)}>
          <bdi>{referenceOf(entry.number)}</bdi>
        </a>
        {note && <span className="muted">{note}</span>}
        {entry.withdrawn && <Badge>{t('lineage.inBin')}</Badge>}
      </p>
      <p className="duplicates-wording-title">
        <BestText texts={entry.title} isBlock={false} empty={t('untitled')} />
      </p>
      <BestText texts={entry.statement} className="duplicates-small" />
    </li>
  );
}
