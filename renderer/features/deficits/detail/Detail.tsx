import { ChevronLeft, ChevronRight } from 'lucide-react';
import { lazy, memo, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMissing, type MissingValue } from '../../../../shared/domain/fields.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import type { Deficit } from '../../../../shared/domain/records/index.ts';
import { labelIn, labelOf } from '../../../../shared/reference/index.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { OutcomeStatus } from '../../../ui/Badge.tsx';
import { BestText } from '../../../ui/BestText.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { CONSTITUENCIES, ConstituencyTile, Steps, seatStyle } from '../../../ui/constituency.tsx';
import { ErrorState, Notice, Skeleton } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { useCodeLabel, useLarge, useOptions } from '../../editing/index.ts';
import { RecordHistory } from '../../history/index.ts';
import { PositionsColumns, useConstituencyNames } from '../../positions/index.ts';
import { useAreaNames } from '../areas.ts';
import { CausesText } from '../parts/CausesText.tsx';
import { CommentText } from '../parts/CommentText.tsx';
import { EvidenceText } from '../parts/EvidenceText.tsx';
import { useComments, useDeficit, useEvidence, useSessions } from '../queries.ts';
import { Reference } from '../reference.tsx';
import { Hits } from '../register/Hits.tsx';
import { useRested } from '../register/useUrlState.ts';

/** Few deficits have one: its dialogs are not fetched with the register. */
const Lineage = lazy(async () => ({ default: (await import('../../duplicates/index.ts')).Lineage }));

type TabName = 'positions' | 'evidence' | 'comments' | 'history';

/** The chosen deficit, to be read. Follows the selection once it rests, so that a held arrow key stays smooth. */
export const Detail = memo(function Detail({
  dossierId,
  id: selected,
  query,
  asOf,
  onOpen,
  onStep,
}: {
  readonly dossierId: string;
  readonly id: string;
  readonly query: string;
  /** The moment that is looked back to: the deficit as it was known then, without what hangs on it. */
  readonly asOf?: number | undefined;
  readonly onOpen: () => void;
  readonly onStep: (by: 1 | -1) => void;
}) {
  const { t } = useTranslation('deficits');
  const id = useRested(selected, 60);
  const [tab, setTab] = useState<TabName>('positions');
  const { view, error, refetch } = useDeficit(dossierId, id, asOf);
  const evidence = useEvidence(dossierId, id).views;
  const comments = useComments(dossierId, id).views;
  const areas = useAreaNames();
  const topicLabel = useCodeLabel('thematic-areas');
  if (error) return <ErrorState error={error} size="inline" onRetry={() => void refetch()} />;
  if (!view) return <Skeleton lines={8} />;
  const { record } = view;
  return (
    <>
      <div className="deficits-detail-head">
        <Reference number={record.number} />
        {view.outcome && <OutcomeStatus outcome={view.outcome} />}
        <span className="grow" />
        <IconButton
          size="s"
          label={t('detail.previous')}
          keyHint="["
          icon={<ChevronLeft size={16} aria-hidden className="flip" />}
          onPress={() => onStep(-1)}
        />
        <IconButton
          size="s"
          label={t('detail.next')}
          keyHint="]"
          icon={<ChevronRight size={16} aria-hidden className="flip" />}
          onPress={() => onStep(1)}
        />
      </div>
      <div>
        <h2 className="deficits-detail-title">
          <BestText
            texts={record.title}
            isBlock={false}
            empty={t('untitled')}
            render={(text) => <Hits text={text} query={query} />}
          />
        </h2>
        <p className="deficits-detail-area">
          <AreaIcon area={record.area} />
          <span>
            {areas.full(record.area)}
            {record.subTopic && <span className="muted"> · {topicLabel(record.subTopic)}</span>}
          </span>
        </p>
      </div>
      {asOf === undefined && view.conflicts.length > 0 && (
        <Notice tone="bad">{t('detail.conflicts', { count: view.conflicts.length })}</Notice>
      )}
      <Scales record={record} />
      <Statement key={id} record={record} query={query} />
      {asOf !== undefined ? (
        <PositionsColumns dossierId={dossierId} type="deficit" view={view} isReadOnly />
      ) : (
        <Tabs<TabName>
          label={t('detail.tabs')}
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'positions',
              label: t('detail.positions'),
              content: <PositionsColumns dossierId={dossierId} type="deficit" view={view} isReadOnly />,
            },
            {
              id: 'evidence',
              label: t('detail.evidence'),
              count: evidence?.length,
              content: (
                <ul className="deficits-items">
                  {evidence?.map(({ record: item }) => (
                    <li key={item.id}>
                      <EvidenceText dossierId={dossierId} evidence={item} />
                    </li>
                  ))}
                  {evidence?.length === 0 && <li className="muted">{t('evidence.none')}</li>}
                </ul>
              ),
            },
            {
              id: 'comments',
              label: t('detail.comments'),
              count: comments?.length,
              content: (
                <ul className="deficits-items">
                  {comments?.map(({ record: item }) => (
                    <li key={item.id}>
                      <CommentText comment={item} />
                    </li>
                  ))}
                  {comments?.length === 0 && <li className="muted">{t('comment.none')}</li>}
                </ul>
              ),
            },
            {
              id: 'history',
              label: t('detail.history'),
              content: <RecordHistory dossierId={dossierId} type="deficit" id={id} />,
            },
          ]}
        />
      )}
      {asOf === undefined && (
        <>
          <CausesText dossierId={dossierId} deficit={id} />
          <Suspense>
            <Lineage key={`line ${id}`} dossierId={dossierId} view={view} />
          </Suspense>
        </>
      )}
      <Coding dossierId={dossierId} record={record} />
      {asOf === undefined && (
        <footer role="presentation">
          <Button variant="primary" wide size="l" keyHint="↵" onPress={onOpen}>
            {t('detail.open')}
          </Button>
        </footer>
      )}
    </>
  );
});

/** A long statement is cut to a few lines until the reader asks for all of it. */
function Statement({ record, query }: { readonly record: Deficit; readonly query: string }) {
  const { t } = useTranslation(['deficits', 'common']);
  const lang = useLang();
  const [isWhole, setWhole] = useState(false);
  const isLong = (pick(record.statement, lang)?.value.text.length ?? 0) > 320;
  return (
    <section className="deficits-statement">
      <h3>{t('field.statement')}</h3>
      <div className={isLong && !isWhole ? 'deficits-cut' : undefined}>
        <BestText
          texts={record.statement}
          empty={<p className="muted">{t('detail.noStatement')}</p>}
          render={(text) => <Hits text={text} query={query} />}
        />
      </div>
      {isLong && (
        <Button variant="quiet" aria-expanded={isWhole} onPress={() => setWhole((whole) => !whole)}>
          {t(isWhole ? 'detail.less' : 'common:more')}
        </Button>
      )}
    </section>
  );
}

/** What the deficit is coded to. Codes of instruments are references, never findings. */
function Coding({ dossierId, record }: { readonly dossierId: string; readonly record: Deficit }) {
  const { t } = useTranslation(['deficits', 'ui']);
  const lang = useLang();
  const format = useFormat();
  const groups = useOptions('affected-groups');
  const instruments = useLarge('instruments', (record.instruments?.length ?? 0) > 0);
  const sdg = useLarge('sdg', (record.sdgTargets?.length ?? 0) + (record.sdgIndicators?.length ?? 0) > 0);
  const { sessions } = useSessions(dossierId);
  const { evidenceStrength, confidentiality, geography } = record;
  const place = pick(geography, lang);
  const facts: { name: string; value: ReactNode }[] = [
    {
      name: t('field.confidentiality'),
      value: confidentiality ? (
        labelOf('confidentiality-levels', confidentiality, lang)
      ) : (
        <span className="muted">{t('ui:missing.not-asked')}</span>
      ),
    },
  ];
  // What was recorded without a constituency stands beside the three columns, as what it is.
  if (evidenceStrength !== undefined)
    facts.unshift({
      name: t('field.evidenceStrength'),
      value: isMissing(evidenceStrength) ? (
        <span className="muted">{t(`ui:missing.${evidenceStrength.missing}`)}</span>
      ) : (
        labelOf('evidence-strength', evidenceStrength, lang)
      ),
    });
  if (record.affectedGroups?.length)
    facts.push({
      name: t('field.affectedGroups'),
      value: format.list(
        record.affectedGroups.map((code) => groups.find(({ id }) => id === code)?.label ?? code),
      ),
    });
  if (place) facts.push({ name: t('field.geography'), value: <bdi>{place.value.text}</bdi> });
  if (record.instruments?.length)
    facts.push({
      name: t('field.instruments'),
      value: (
        <Codes
          codes={record.instruments}
          labelOf={(code) => (instruments ? labelIn(instruments, code, lang) : undefined)}
        />
      ),
    });
  if (record.sdgTargets?.length)
    facts.push({
      name: t('field.sdgTargets'),
      value: (
        <Codes codes={record.sdgTargets} labelOf={(code) => (sdg ? labelIn(sdg, code, lang) : undefined)} />
      ),
    });
  if (record.sdgIndicators?.length)
    facts.push({
      name: t('field.sdgIndicators'),
      value: (
        <Codes
          codes={record.sdgIndicators}
          labelOf={(code) => (sdg ? labelIn(sdg, code, lang) : undefined)}
        />
      ),
    });
  const session = sessions?.find(({ record: each }) => each.id === record.session)?.record;
  if (record.session)
    facts.push({
      name: t('field.session'),
      value: <bdi>{pick(session?.title, lang)?.value.text ?? t('editor.untitledSession')}</bdi>,
    });
  return (
    <section className="deficits-facts">
      <h3>{t('editor.coding')}</h3>
      <dl>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Codes({
  codes,
  labelOf: label = () => undefined,
}: {
  readonly codes: readonly string[];
  readonly labelOf?: (code: string) => string | undefined;
}) {
  return (
    <ul className="deficits-codes">
      {codes.map((code) => (
        <li key={code}>
          <bdi className="mono">{code}</bdi>
          <bdi className="clip-2">{label(code)}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** How grave, how widespread and how well evidenced each constituency finds it: a line each, never one figure. */
function Scales({ record }: { readonly record: Deficit }) {
  const { t } = useTranslation(['deficits', 'ui']);
  const lang = useLang();
  const names = useConstituencyNames();
  const word = (
    list: 'severity' | 'prevalence' | 'evidence-strength',
    value: number | string | MissingValue | undefined,
  ) =>
    value === undefined || isMissing(value) ? (
      <span className="muted">{t(`ui:missing.${value?.missing ?? 'not-asked'}`)}</span>
    ) : (
      <span>{labelOf(list, String(value), lang)}</span>
    );
  return (
    <table className="deficits-scales">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('field.severity')}</th>
          <th scope="col">{t('field.prevalence')}</th>
          <th scope="col">{t('detail.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        {CONSTITUENCIES.map((seat) => {
          const severity = record.severity?.[seat];
          return (
            <tr key={seat} style={seatStyle(seat)}>
              <th scope="row">
                <ConstituencyTile seat={seat} name={names[seat]} size="s" />
              </th>
              <td>
                <span className="deficits-step">
                  <Steps value={typeof severity === 'number' ? severity : 0} />
                  {word('severity', severity)}
                </span>
              </td>
              <td>{word('prevalence', record.prevalence?.[seat])}</td>
              <td>{word('evidence-strength', record.evidenceHeld?.[seat])}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
