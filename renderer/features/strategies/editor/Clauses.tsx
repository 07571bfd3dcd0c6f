import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { withOriginal } from '../../../../shared/domain/paste/originals.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { OutcomeStatus } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { announce } from '../../../ui/toasts.ts';
import {
  AsPasted,
  Conflicts,
  RecordProvider,
  TextsField,
  useCreate,
  useIsReadOnly,
  WithdrawButton,
} from '../../editing/index.ts';
import { PasteWatch } from '../../pasting/index.ts';
import { PositionsColumns } from '../../positions/index.ts';
import { Reference } from '../parts/Reference.tsx';
import { useClauses } from '../queries.ts';

/** Texts under the strategy that are put to the three constituencies, each with where they stand. */
export function Clauses({
  dossierId,
  strategy,
  confidentiality,
}: {
  readonly dossierId: string;
  readonly strategy: string;
  /** A clause begins with the level of its strategy. */
  readonly confidentiality: string | undefined;
}) {
  const { t } = useTranslation('strategies');
  const format = useFormat();
  const isReadOnly = useIsReadOnly();
  const { views, error, refetch } = useClauses(dossierId, strategy);
  return (
    <Card title={t('card.clauses')} count={views && format.count(views.length)}>
      {error && <ErrorState error={error} size="inline" onRetry={() => void refetch()} />}
      {!views && !error && <Skeleton lines={3} />}
      {views?.length === 0 && <p className="muted">{t('clause.none')}</p>}
      <ul className="strategies-clauses">
        {views?.map((view) => (
          <li key={view.record.id}>
            <Clause dossierId={dossierId} view={view} isReadOnly={isReadOnly} />
          </li>
        ))}
      </ul>
      {!isReadOnly && views && (
        <AddClause dossierId={dossierId} strategy={strategy} confidentiality={confidentiality} />
      )}
    </Card>
  );
}

function Clause({
  dossierId,
  view,
  isReadOnly,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'clause'>;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('strategies');
  return (
    <RecordProvider dossierId={dossierId} type="clause" view={view}>
      <div className="row">
        <Reference letter="C" number={view.record.number} />
        {view.outcome && <OutcomeStatus outcome={view.outcome} />}
        <span className="grow" />
        {!isReadOnly && (
          <WithdrawButton
            dossierId={dossierId}
            type="clause"
            id={view.record.id}
            name={`C-${view.record.number ?? ''}`}
            onDone={() => undefined}
          />
        )}
      </div>
      <Conflicts />
      <TextsField name="body" label={t('clause.body')} minRows={3} maxLength={10_000} />
      <AsPasted of={view.record} />
      <PositionsColumns
        dossierId={dossierId}
        type="clause"
        view={view}
        layout="columns"
        isReadOnly={isReadOnly || view.withdrawn}
      />
    </RecordProvider>
  );
}

function AddClause({
  dossierId,
  strategy,
  confidentiality,
}: {
  readonly dossierId: string;
  readonly strategy: string;
  readonly confidentiality: string | undefined;
}) {
  const { t } = useTranslation('strategies');
  const { languages } = useDossier();
  const reader = useLang();
  const lang = languages.includes(reader) ? reader : (languages[0] ?? reader);
  const { create, isPending } = useCreate(dossierId);
  const [body, setBody] = useState('');
  const [pasted, setPasted] = useState<string>();
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (body.trim() === '' || isPending) return;
    const made = await create('clause', {
      subject: strategy,
      body: { [lang]: { text: body.trim(), status: 'original' } },
      ...(pasted && { pasted: { [lang]: { text: pasted, status: 'original' } } }),
      confidentiality: confidentiality ?? 'secretariat',
    });
    if (!made) return;
    setBody('');
    setPasted(undefined);
    announce(t('clause.added'));
  };
  return (
    <form className="strategies-add strategies-add-clause" onSubmit={(event) => void add(event)}>
      <PasteWatch
        onClean={(text, original) => {
          setBody(text);
          setPasted((kept) => withOriginal(kept, original));
        }}
      >
        <TextArea
          label={t('clause.new')}
          description={t('clause.help')}
          lang={lang}
          minRows={2}
          maxLength={10_000}
          value={body}
          onChange={setBody}
        />
      </PasteWatch>
      <Button
        type="submit"
        icon={<Plus size={15} aria-hidden />}
        isDisabled={body.trim() === '' || isPending}
      >
        {t('clause.add')}
      </Button>
    </form>
  );
}
