import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMissing } from '../../../../shared/domain/fields.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import type { Deficit } from '../../../../shared/domain/records/index.ts';
import { labelIn, labelOf } from '../../../../shared/reference/index.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { OutcomeStatus, StatusDot } from '../../../ui/Badge.tsx';
import { BestText } from '../../../ui/BestText.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Facts } from '../../../ui/Card.tsx';
import { SeverityList } from '../../../ui/constituency.tsx';
import { ErrorState, Notice, Skeleton } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { RecordHistory } from '../../history/index.ts';
import { PositionsColumns, useConstituencyNames } from '../../positions/index.ts';
import { useAreaNames } from '../areas.ts';
import { CommentText } from '../parts/CommentText.tsx';
import { EvidenceText } from '../parts/EvidenceText.tsx';
import { useLarge } from '../parts/useLarge.ts';
import { useComments, useDeficit, useEvidence } from '../queries.ts';
import { Reference } from '../reference.tsx';
import { Hits } from '../register/Hits.tsx';
import { useRested } from '../register/useUrlState.ts';

type TabName = 'positions' | 'evidence' | 'comments' | 'history';

/** The chosen deficit, to be read. Follows the selection once it rests, so that a held arrow key stays smooth. */
export function Detail({
  dossierId,
  id: selected,
  query,
  onOpen,
  onStep,
}: {
  readonly dossierId: string;
  readonly id: string;
  readonly query: string;
  readonly onOpen: () => void;
  readonly onStep: (by: 1 | -1) => void;
}) {
  const { t } = useTranslation('deficits');
  const id = useRested(selected, 60);
  const [tab, setTab] = useState<TabName>('positions');
  const { view, error, refetch } = useDeficit(dossierId, id);
  const evidence = useEvidence(dossierId, id).views;
  const comments = useComments(dossierId, id).views;
  const areas = useAreaNames();
  const lang = useLang();
  if (error) return <ErrorState error={error} size="inline" onRetry={() => void refetch()} />;
  if (!view) return <Skeleton lines={8} />;
  const { record } = view;
  return (
    <>
      <header className="deficits-detail-head">
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
      </header>
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
            {record.subTopic && (
              <span className="muted"> · {labelOf('thematic-areas', record.subTopic, lang)}</span>
            )}
          </span>
        </p>
      </div>
      {view.conflicts.length > 0 && (
        <Notice tone="bad">{t('detail.conflicts', { count: view.conflicts.length })}</Notice>
      )}
      <CodedFacts record={record} />
      <section className="deficits-statement">
        <h3>{t('field.statement')}</h3>
        <BestText
          texts={record.statement}
          empty={<p className="muted">{t('detail.noStatement')}</p>}
          render={(text) => <Hits text={text} query={query} />}
        />
      </section>
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
      <footer>
        <Button variant="primary" wide size="l" keyHint="↵" onPress={onOpen}>
          {t('detail.open')}
        </Button>
      </footer>
    </>
  );
}

/** What the deficit is coded to. Codes of instruments are references, never findings. */
function CodedFacts({ record }: { readonly record: Deficit }) {
  const { t } = useTranslation(['deficits', 'ui']);
  const lang = useLang();
  const format = useFormat();
  const names = useConstituencyNames();
  const instruments = useLarge('instruments', (record.instruments?.length ?? 0) > 0);
  const { evidenceStrength, confidentiality, geography } = record;
  const place = pick(geography, lang);
  return (
    <div className="deficits-facts">
      <div className="deficits-scales">
        <section>
          <h3>{t('field.severity')}</h3>
          <SeverityList values={record.severity ?? {}} names={names} />
        </section>
        <section>
          <h3>{t('field.prevalence')}</h3>
          <PrevalenceList record={record} />
        </section>
      </div>
      <Facts
        facts={[
          {
            name: t('field.evidenceStrength'),
            value:
              evidenceStrength === undefined || isMissing(evidenceStrength) ? (
                <span className="muted">{t(`ui:missing.${evidenceStrength?.missing ?? 'not-asked'}`)}</span>
              ) : (
                labelOf('evidence-strength', evidenceStrength, lang)
              ),
          },
          {
            name: t('field.confidentiality'),
            value: confidentiality ? (
              <StatusDot shape={confidentiality === 'public' ? 'dot' : 'square'}>
                {labelOf('confidentiality-levels', confidentiality, lang)}
              </StatusDot>
            ) : (
              <span className="muted">{t('ui:missing.not-asked')}</span>
            ),
          },
          ...(record.affectedGroups?.length
            ? [
                {
                  name: t('field.affectedGroups'),
                  value: format.list(
                    record.affectedGroups.map((code) => labelOf('affected-groups', code, lang)),
                  ),
                },
              ]
            : []),
          ...(place ? [{ name: t('field.geography'), value: <bdi>{place.value.text}</bdi> }] : []),
          ...(record.instruments?.length
            ? [
                {
                  name: t('field.instruments'),
                  value: (
                    <span className="deficits-codes">
                      {record.instruments.map((code) => (
                        <bdi
                          key={code}
                          className="mono"
                          title={instruments && labelIn(instruments, code, lang)}
                        >
                          {code}
                        </bdi>
                      ))}
                    </span>
                  ),
                },
              ]
            : []),
          ...(record.sdgTargets?.length
            ? [
                {
                  name: t('field.sdgTargets'),
                  value: (
                    <span className="deficits-codes">
                      {record.sdgTargets.map((code) => (
                        <bdi key={code} className="mono">
                          {code}
                        </bdi>
                      ))}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

const PREVALENCE = ['isolated', 'localized', 'widespread', 'systemic'] as const;

/** Prevalence on the same four steps as severity. */
function PrevalenceList({ record }: { readonly record: Deficit }) {
  const lang = useLang();
  const names = useConstituencyNames();
  const step = (value: NonNullable<Deficit['prevalence']>['G']) =>
    value === undefined || isMissing(value) ? value : PREVALENCE.indexOf(value) + 1;
  const { G, E, W } = record.prevalence ?? {};
  const [a, b, c, d] = PREVALENCE.map((code) => labelOf('prevalence', code, lang));
  return (
    <SeverityList
      values={{ G: step(G), E: step(E), W: step(W) }}
      names={names}
      words={[a ?? '', b ?? '', c ?? '', d ?? '']}
    />
  );
}
