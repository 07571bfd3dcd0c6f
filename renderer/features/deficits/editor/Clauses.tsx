import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { labelOf } from '../../../../shared/reference/index.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { OutcomeStatus } from '../../../ui/Badge.tsx';
import { BestText } from '../../../ui/BestText.tsx';
import { Select } from '../../../ui/Select.tsx';
import { ConflictDialog } from '../../history/index.ts';
import { PositionsColumns } from '../../positions/index.ts';
import { Reference, referenceText } from '../reference.tsx';
import { CONFIDENTIALITY_LEVELS } from '../register/address.ts';
import { TextsField, useValue } from './fields.tsx';
import { type Answer, Items } from './Items.tsx';

/** Texts put to the three constituencies; each is shown with their positions and never without the reservations. */
export function Clauses({
  dossierId,
  deficit,
  answer,
  isReadOnly,
}: {
  readonly dossierId: string;
  readonly deficit: string;
  readonly answer: Answer<'clause'>;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('deficits');
  return (
    <Items
      dossierId={dossierId}
      type="clause"
      answer={answer}
      isReadOnly={isReadOnly}
      initial={() => ({ subject: deficit, confidentiality: 'secretariat' })}
      words={{ add: t('clause.add'), edit: t('clause.edit'), none: t('clause.none') }}
      nameOf={(record) => referenceText(record.number, 'C')}
      read={(view) => <ClauseText dossierId={dossierId} view={view} isReadOnly />}
      form={(view) => <ClauseForm dossierId={dossierId} view={view} isReadOnly={isReadOnly} />}
    />
  );
}

function ClauseText({
  dossierId,
  view,
  isReadOnly,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'clause'>;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('deficits');
  return (
    <div className="deficits-clause">
      <p className="deficits-comment-head">
        <Reference letter="C" number={view.record.number} />
        {view.outcome && <OutcomeStatus outcome={view.outcome} />}
      </p>
      <BestText texts={view.record.body} empty={<p className="muted">{t('clause.noText')}</p>} />
      <PositionsColumns dossierId={dossierId} type="clause" view={view} isReadOnly={isReadOnly} />
    </div>
  );
}

function ClauseForm({
  dossierId,
  view,
  isReadOnly,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'clause'> | undefined;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('deficits');
  const lang = useLang();
  const level = useValue<string>('confidentiality');
  const [resolving, setResolving] = useState<string>();
  const known = CONFIDENTIALITY_LEVELS.find((id) => id === level.value);
  return (
    <>
      <TextsField name="body" label={t('clause.body')} minRows={5} maxLength={10_000} />
      <Select
        label={t('field.confidentiality')}
        options={CONFIDENTIALITY_LEVELS.map((id) => ({
          id: id as string,
          label: labelOf('confidentiality-levels', id, lang),
        }))}
        value={level.value}
        placeholder={t('editor.chooseLevel')}
        isReadOnly={level.isReadOnly}
        error={level.error}
        description={known && t(`lets.${known}`)}
        onChange={level.set}
      />
      {view ? (
        <PositionsColumns
          dossierId={dossierId}
          type="clause"
          view={view}
          isReadOnly={isReadOnly}
          onResolve={setResolving}
        />
      ) : (
        <p className="muted">{t('clause.textFirst')}</p>
      )}
      {view && resolving && (
        <ConflictDialog
          dossierId={dossierId}
          type="clause"
          id={view.record.id}
          field={resolving}
          onClose={() => setResolving(undefined)}
        />
      )}
    </>
  );
}
