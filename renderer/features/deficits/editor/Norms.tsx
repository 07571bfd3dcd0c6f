import { useTranslation } from 'react-i18next';
import { isMissing } from '../../../../shared/domain/fields.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import type { Norm } from '../../../../shared/domain/records/index.ts';
import { labelIn } from '../../../../shared/reference/index.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { BestText } from '../../../ui/BestText.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useLarge } from '../../editing/index.ts';
import { useNorms } from '../queries.ts';
import { CodedField, Day, Line, TextsField, useValue } from './fields.tsx';
import { Items } from './Items.tsx';
import { useInstrumentOptions } from './options.ts';
import { TakenOver, useRatification } from './ratification.tsx';
import { today } from './today.ts';

/** Typed here, since the schemas would bring their parser into the page. */
const KINDS = ['instrument', 'supervisory', 'treaty-body', 'upr'] as const satisfies readonly Norm['kind'][];
const COMMENTS = ['observation', 'direct-request'] as const satisfies readonly Norm['comment'][];
const RATIFICATIONS = ['in-force', 'not-in-force', 'denounced', 'not-ratified'] as const;

/** Where to look in international law. It never says that anything was breached, and says so beside. */
export function Norms({
  dossierId,
  deficit,
  isReadOnly,
}: {
  readonly dossierId: string;
  readonly deficit: string;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation(['coding', 'deficits']);
  const answer = useNorms(dossierId, deficit);
  return (
    <>
      <p className="muted deficits-norms-note">{t('deficits:editor.notAFinding')}</p>
      <Items
        dossierId={dossierId}
        type="norm"
        answer={answer}
        isReadOnly={isReadOnly}
        initial={() => ({ deficit })}
        words={{ add: t('norm.add'), edit: t('norm.edit'), none: t('norm.none') }}
        nameOf={(norm) => norm.instrument ?? norm.reference ?? norm.body ?? t('norm.item')}
        read={({ record }) => <NormText norm={record} />}
        form={() => <NormForm />}
      />
    </>
  );
}

function NormText({ norm }: { readonly norm: Norm }) {
  const { t } = useTranslation(['coding', 'ui']);
  const lang = useLang();
  const format = useFormat();
  const instruments = useLarge('instruments', norm.instrument !== undefined);
  const { instrument, ratification } = norm;
  const status = [
    ...(ratification === undefined
      ? []
      : [
          isMissing(ratification)
            ? t('norm.statusMissing', { why: t(`ui:missing.${ratification.missing}`) })
            : t(`norm.ratifications.${ratification}`),
        ]),
    ...(norm.ratifiedOn ? [t('norm.since', { day: format.date(norm.ratifiedOn) })] : []),
    ...(norm.checkedOn ? [t('norm.asOf', { day: format.date(norm.checkedOn) })] : []),
  ];
  return (
    <div className="deficits-evidence">
      <p className="deficits-evidence-head">
        {norm.kind && <Badge>{t(`norm.kinds.${norm.kind}`)}</Badge>}
        {norm.comment && <Badge>{t(`norm.comments.${norm.comment}`)}</Badge>}
        {norm.body && <bdi>{norm.body}</bdi>}
        {norm.year !== undefined && <span className="num">{String(norm.year)}</span>}
      </p>
      {instrument && (
        <p>
          <bdi className="mono">{instrument}</bdi>{' '}
          {instruments && <bdi>{labelIn(instruments, instrument, lang)}</bdi>}{' '}
          {norm.article && <bdi>{t('norm.articleOf', { article: norm.article })}</bdi>}
        </p>
      )}
      {status.length > 0 && (
        <p className="muted">
          <bdi>{status.join(' · ')}</bdi>
        </p>
      )}
      {norm.reference && (
        <p>
          <span className="muted">{t('norm.referenceOf')}</span> <bdi>{norm.reference}</bdi>
        </p>
      )}
      {pick(norm.text, lang) && <BestText texts={norm.text} />}
    </div>
  );
}

function NormForm() {
  const { t } = useTranslation(['coding', 'deficits']);
  const kind = useValue<Norm['kind']>('kind');
  const hasInstrument = kind.value === 'instrument' || kind.value === 'supervisory';
  const comment = useValue<string>('comment');
  return (
    <>
      <p className="muted">{t('deficits:editor.notAFinding')}</p>
      <Select
        label={t('norm.kind')}
        options={KINDS.map((id) => ({ id: id as string, label: t(`norm.kinds.${id}`) }))}
        value={kind.value}
        placeholder={t('deficits:editor.choose')}
        isReadOnly={kind.isReadOnly}
        error={kind.error}
        onChange={(next) => kind.set(next as Norm['kind'])}
      />
      {hasInstrument && <InstrumentFields isStatusShown={kind.value === 'instrument'} />}
      {kind.value === 'supervisory' && (
        <Select
          label={t('norm.comment')}
          description={t('norm.commentHelp')}
          options={COMMENTS.map((id) => ({ id: id as string, label: t(`norm.comments.${id}`) }))}
          value={comment.value}
          placeholder={t('deficits:editor.choose')}
          isReadOnly={comment.isReadOnly}
          error={comment.error}
          onChange={comment.set}
        />
      )}
      {kind.value === 'treaty-body' && <Line name="body" label={t('norm.body')} maxLength={64} />}
      {kind.value && kind.value !== 'instrument' && (
        <>
          <div className="grid-2">
            <YearField />
            <Line name="reference" label={t('norm.reference')} maxLength={200} />
          </div>
          <TextsField name="text" label={t('norm.text')} minRows={2} maxLength={2000} />
        </>
      )}
    </>
  );
}

function InstrumentFields({ isStatusShown }: { readonly isStatusShown: boolean }) {
  const { t } = useTranslation('coding');
  const instruments = useInstrumentOptions();
  const instrument = useValue<string>('instrument');
  const ratification = useRatification(instrument, isStatusShown);
  return (
    <>
      <div className="grid-2">
        <ComboBox
          label={t('norm.instrument')}
          options={instruments}
          value={instrument.value}
          isReadOnly={instrument.isReadOnly}
          error={instrument.error}
          onChange={ratification.choose}
        />
        <Line name="article" label={t('norm.article')} maxLength={60} />
      </div>
      {isStatusShown && (
        <>
          <TakenOver from={ratification.takenOver} />
          <CodedField
            name="ratification"
            label={t('norm.ratification')}
            description={t('norm.ratificationHelp')}
            options={RATIFICATIONS.map((id) => ({ id, label: t(`norm.ratifications.${id}`) }))}
          />
          <div className="grid-2">
            <Day name="ratifiedOn" label={t('norm.ratifiedOn')} />
            <Day name="checkedOn" label={t('norm.checkedOn')} max={today()} />
          </div>
        </>
      )}
    </>
  );
}

function YearField() {
  const { t } = useTranslation('coding');
  const year = useValue<number>('year');
  return (
    <NumberField
      label={t('norm.year')}
      value={year.value}
      minValue={1900}
      maxValue={2200}
      grouping={false}
      isReadOnly={year.isReadOnly}
      error={year.error}
      onChange={year.set}
    />
  );
}
