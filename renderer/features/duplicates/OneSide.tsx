import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../shared/contract/index.ts';
import { useCall } from '../../app/calls.ts';
import { paths } from '../../app/router.ts';
import { AreaIcon } from '../../ui/AreaIcon.tsx';
import { OutcomeStatus } from '../../ui/Badge.tsx';
import { BestText } from '../../ui/BestText.tsx';
import { useAreaName } from '../editing/index.ts';
import { PositionsColumns, useConstituencyNames } from '../positions/index.ts';
import { Marked } from './Marked.tsx';
import { referenceOf } from './suggestions.ts';

/** One deficit of a pair: its wording with the common words marked, and where all three stand on it. */
export function OneSide({
  dossierId,
  view,
  meanings,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'deficit'>;
  readonly meanings: ReadonlySet<string>;
}) {
  const { t } = useTranslation(['duplicates', 'ui']);
  const names = useConstituencyNames();
  const areaName = useAreaName();
  const { record } = view;
  const ref = referenceOf(record.number);
  const evidence = useCall(
    'record.list',
    { dossier: dossierId, type: 'evidence', of: { field: 'deficit', id: record.id } },
    { recordTypes: ['evidence'] },
  );
  const raisedBy =
    record.raisedBy && (record.raisedBy === 'invited' ? t('ui:seat.invited') : names[record.raisedBy]);
  return (
    <section className="card duplicates-side" aria-label={ref}>
      <header className="duplicates-side-head">
        <bdi className="mono duplicates-ref">{ref}</bdi>
        {view.outcome && <OutcomeStatus outcome={view.outcome} />}
        <span className="grow" />
        <a href={paths.section(dossierId, 'deficits', record.id)} aria-label={t('openOf', { ref })}>
          {t('open')}
        </a>
      </header>
      <h2>
        <BestText
          texts={record.title}
          isBlock={false}
          empty={t('untitled')}
          render={(text) => <Marked text={text} meanings={meanings} />}
        />
      </h2>
      <p className="duplicates-area">
        <AreaIcon area={record.area} />
        <span>{areaName(record.area)}</span>
      </p>
      <div>
        <BestText
          texts={record.statement}
          empty={<p className="muted">{t('noStatement')}</p>}
          render={(text) => <Marked text={text} meanings={meanings} />}
        />
      </div>
      <p className="muted duplicates-small">
        {evidence.data &&
          (evidence.data.length === 0 ? t('evidenceNone') : t('evidence', { count: evidence.data.length }))}
        {raisedBy && <span>{t('raisedBy', { who: raisedBy })}</span>}
      </p>
      <section aria-label={t('positionsOf', { ref })}>
        <PositionsColumns dossierId={dossierId} type="deficit" view={view} isReadOnly />
      </section>
    </section>
  );
}
