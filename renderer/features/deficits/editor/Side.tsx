import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import { RecordHistory } from '../../history/index.ts';
import { PositionsColumns } from '../../positions/index.ts';
import { CausesText } from '../parts/CausesText.tsx';
import { useClauses, useComments, useEvidence } from '../queries.ts';
import { Clauses } from './Clauses.tsx';
import { Comments } from './Comments.tsx';
import { EvidenceItems } from './EvidenceItems.tsx';

/** What hangs on the deficit: positions, evidence, clauses, comments, and its history. */
export function Side({
  dossierId,
  view,
  isReadOnly,
  onResolve,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'deficit'>;
  readonly isReadOnly: boolean;
  readonly onResolve: (field: string) => void;
}) {
  const { t } = useTranslation('deficits');
  const { id } = view.record;
  const evidence = useEvidence(dossierId, id);
  const clauses = useClauses(dossierId, id);
  const comments = useComments(dossierId, id);
  const common = { dossierId, deficit: id, isReadOnly };
  return (
    <>
      <Tabs
        label={t('detail.tabs')}
        tabs={[
          {
            id: 'positions',
            label: t('detail.positions'),
            content: (
              <PositionsColumns
                dossierId={dossierId}
                type="deficit"
                view={view}
                isReadOnly={isReadOnly}
                onResolve={onResolve}
              />
            ),
          },
          {
            id: 'evidence',
            label: t('detail.evidence'),
            count: evidence.views?.length,
            content: <EvidenceItems {...common} answer={evidence} />,
          },
          {
            id: 'clauses',
            label: t('detail.clauses'),
            count: clauses.views?.length,
            content: <Clauses {...common} answer={clauses} />,
          },
          {
            id: 'comments',
            label: t('detail.comments'),
            count: comments.views?.length,
            content: <Comments {...common} answer={comments} />,
          },
          {
            id: 'history',
            label: t('detail.history'),
            content: <RecordHistory dossierId={dossierId} type="deficit" id={id} />,
          },
        ]}
      />
      <CausesText dossierId={dossierId} deficit={id} />
    </>
  );
}
