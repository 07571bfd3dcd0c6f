import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Constituency } from '../../../../shared/domain/codes.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { invoke } from '../../../app/calls.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { pickFile } from '../../../platform/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { CONSTITUENCIES } from '../../../ui/constituency.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useConstituencyNames } from '../../positions/index.ts';
import { EvidenceText } from '../parts/EvidenceText.tsx';
import { useCauses } from '../queries.ts';
import { CodedField, Day, Line, TextsField, useTyped, useValue } from './fields.tsx';
import { figureOf, isFigure } from './figure.ts';
import { type Answer, Items } from './Items.tsx';
import { useIndicatorOptions, useOptions } from './options.ts';
import { useRecordEditing } from './record.tsx';

const KINDS = ['indicator', 'document', 'testimony', 'legal'] as const;
const STANDINGS = ['agreed', 'contested'] as const;

export function EvidenceItems({
  dossierId,
  deficit,
  answer,
  isReadOnly,
}: {
  readonly dossierId: string;
  readonly deficit: string;
  readonly answer: Answer<'evidence'>;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('deficits');
  const lang = useLang();
  const causes = useCauses(dossierId, deficit).views;
  const causeText = (id: string | undefined): string | undefined =>
    pick(causes?.find(({ record }) => record.id === id)?.record.body, lang)?.value.text;
  return (
    <Items
      dossierId={dossierId}
      type="evidence"
      answer={answer}
      isReadOnly={isReadOnly}
      initial={() => ({ deficit })}
      words={{ add: t('evidence.add'), edit: t('evidence.edit'), none: t('evidence.none') }}
      nameOf={(record) => pick(record.source, lang)?.value.text ?? record.indicator ?? t('evidence.item')}
      read={({ record }) => (
        <EvidenceText dossierId={dossierId} evidence={record} cause={causeText(record.cause)} />
      )}
      form={() => <EvidenceForm dossierId={dossierId} deficit={deficit} />}
    />
  );
}

function EvidenceForm({ dossierId, deficit }: { readonly dossierId: string; readonly deficit: string }) {
  const { t } = useTranslation(['deficits', 'coding']);
  const strengths = useOptions('evidence-strength');
  const indicators = useIndicatorOptions();
  const kind = useValue<string>('kind');
  const indicator = useValue<string>('indicator');
  const year = useValue<number>('year');
  const unit = useTyped('unit');
  return (
    <>
      <Select
        label={t('evidence.kind')}
        options={KINDS.map((id) => ({ id: id as string, label: t(`evidence.kinds.${id}`) }))}
        value={kind.value}
        placeholder={t('editor.choose')}
        isReadOnly={kind.isReadOnly}
        error={kind.error}
        onChange={kind.set}
      />
      {(kind.value === 'indicator' || kind.value === undefined || indicator.value) && (
        <ComboBox
          label={t('evidence.indicator')}
          options={indicators}
          value={indicator.value}
          isReadOnly={indicator.isReadOnly}
          error={indicator.error}
          onChange={indicator.set}
        />
      )}
      <div className="grid-3">
        <FigureField />
        <TextField
          label={t('evidence.unit')}
          value={unit.value}
          maxLength={60}
          isReadOnly={unit.isReadOnly}
          error={unit.problem}
          onChange={unit.setValue}
          onBlur={unit.flush}
        />
        <NumberField
          label={t('evidence.year')}
          value={year.value}
          minValue={1900}
          maxValue={2200}
          grouping={false}
          isReadOnly={year.isReadOnly}
          error={year.error}
          onChange={year.set}
        />
      </div>
      {(kind.value === 'indicator' || indicator.value) && <ObservationFields />}
      <TextsField name="source" label={t('evidence.source')} multiline={false} maxLength={500} />
      <div className="grid-2">
        <TextsField
          name="geography"
          label={t('coding:evidence.geography')}
          multiline={false}
          maxLength={300}
        />
        <Day name="date" label={t('coding:evidence.date')} />
      </div>
      <TextsField name="quote" label={t('evidence.quote')} maxLength={5000} />
      <CauseField dossierId={dossierId} deficit={deficit} />
      <CodedField name="strength" label={t('evidence.strength')} options={strengths} />
      <fieldset className="deficits-fieldset">
        <legend className="field-label">{t('evidence.standingOf')}</legend>
        <div className="grid-3">
          {CONSTITUENCIES.map((seat) => (
            <StandingField key={seat} seat={seat} />
          ))}
        </div>
      </fieldset>
      <AttachmentField />
    </>
  );
}

/** What an observation was taken of, as its source codes it, and when it was taken from there. */
function ObservationFields() {
  const { t } = useTranslation('coding');
  return (
    <>
      <div className="grid-3">
        <Line name="refArea" label={t('evidence.refArea')} maxLength={64} />
        <Line name="sex" label={t('evidence.sex')} maxLength={64} />
        <Line name="classification" label={t('evidence.classification')} maxLength={64} />
      </div>
      <div className="grid-2">
        <Line name="observation" label={t('evidence.observation')} maxLength={60} />
        <Day name="vintage" label={t('evidence.vintage')} />
      </div>
      <TextsField name="note" label={t('evidence.note')} minRows={2} maxLength={2000} />
    </>
  );
}

const ITSELF = 'itself:';

/** The cause or effect that it speaks for; without one, the deficit itself. */
function CauseField({ dossierId, deficit }: { readonly dossierId: string; readonly deficit: string }) {
  const { t } = useTranslation('coding');
  const lang = useLang();
  const { views } = useCauses(dossierId, deficit);
  const { value, set, isReadOnly, error } = useValue<string>('cause');
  if (!views || (views.length === 0 && value === undefined)) return null;
  const known = views.map(({ record }) => ({
    id: record.id as string,
    label: pick(record.body, lang)?.value.text ?? t('evidence.untitledCause'),
  }));
  const isKnown = value === undefined || known.some(({ id }) => id === value);
  return (
    <Select
      label={t('evidence.cause')}
      options={[
        { id: ITSELF, label: t('evidence.causeNone') },
        ...known,
        ...(isKnown ? [] : [{ id: value, label: t('evidence.untitledCause') }]),
      ]}
      value={value ?? ITSELF}
      isReadOnly={isReadOnly}
      error={error}
      onChange={(id) => set(id === ITSELF ? undefined : id)}
    />
  );
}

/** The figure as it was published: 11.40 stays 11.40. Nothing that is not a number is ever sent. */
function FigureField() {
  const { t } = useTranslation('deficits');
  const { value, set, isReadOnly, error } = useValue<string>('figure');
  const [typed, setTyped] = useState<string>();
  const figure = figureOf(typed ?? '');
  const isWrong = typed !== undefined && figure !== '' && !isFigure(figure);
  return (
    <TextField
      label={t('evidence.figure')}
      inputMode="decimal"
      value={typed ?? value ?? ''}
      isReadOnly={isReadOnly}
      error={isWrong ? t('evidence.notANumber') : error}
      onChange={setTyped}
      onBlur={() => {
        if (typed === undefined || isWrong) return;
        set(figure === '' ? undefined : figure);
        setTyped(undefined);
      }}
    />
  );
}

function StandingField({ seat }: { readonly seat: Constituency }) {
  const { t } = useTranslation(['deficits', 'ui']);
  const names = useConstituencyNames();
  const { value, set, isReadOnly, error } = useValue<string>('standing', seat);
  return (
    <Select
      label={names[seat]}
      options={[
        { id: 'none', label: t('ui:missing.not-asked') },
        ...STANDINGS.map((id) => ({ id: id as string, label: t(`evidence.standing.${id}`) })),
      ]}
      value={value ?? 'none'}
      isReadOnly={isReadOnly}
      error={error}
      onChange={(next) => set(next === 'none' ? undefined : next)}
    />
  );
}

function AttachmentField() {
  const { t } = useTranslation('deficits');
  const { dossierId, id, members, isReadOnly, edit } = useRecordEditing();
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly error?: unknown }>({
    isBusy: false,
  });
  const attach = async (): Promise<void> => {
    setState({ isBusy: true });
    try {
      const file = await pickFile('attachment');
      if (file) {
        // A new item has to exist before anything can hang on it.
        if (members.kind === undefined) await edit({ kind: 'document' });
        await invoke('attachment.add', { dossier: dossierId, uploadId: file.uploadId, evidence: id });
      }
      setState({ isBusy: false });
    } catch (error) {
      setState({ isBusy: false, error });
    }
  };
  return (
    <div className="field">
      <span className="field-label">{t('evidence.attachment')}</span>
      <div className="row">
        {members.attachment !== undefined && <span>{t('evidence.attached')}</span>}
        {!isReadOnly && (
          <Button
            icon={<Paperclip size={14} aria-hidden />}
            isPending={state.isBusy}
            onPress={() => void attach()}
          >
            {t(members.attachment === undefined ? 'evidence.attach' : 'evidence.replace')}
          </Button>
        )}
      </div>
      {state.error !== undefined && <ErrorState error={state.error} size="inline" />}
    </div>
  );
}
