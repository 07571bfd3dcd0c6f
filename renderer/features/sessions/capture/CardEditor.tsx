import { ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import type { Constituency } from '../../../../shared/domain/codes.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { paths } from '../../../app/router.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { CONSTITUENCIES, ConstituencyTile } from '../../../ui/constituency.tsx';
import { Select } from '../../../ui/Select.tsx';
import {
  AREA_CODES,
  CodesField,
  Conflicts,
  codedId,
  codedValue,
  RecordProvider,
  TextsField,
  useAreaName,
  useAreaOfSubTopic,
  useIsReadOnly,
  useMissingOptions,
  useOptions,
  useRecordEditing,
  useValue,
  WithdrawButton,
} from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';

/** A card that was made, with its severity. Each field is kept as it is written; the rest waits for the full editor. */
export function CardEditor({
  dossierId,
  view,
  onGone,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'deficit'>;
  readonly onGone: () => void;
}): ReactNode {
  const { t } = useTranslation('sessions');
  const lang = useLang();
  const isReadOnly = useIsReadOnly();
  const groups = useOptions('affected-groups');
  const { record } = view;
  const name = pick(record.title, lang)?.value.text ?? t('item.untitledDeficit');
  return (
    <RecordProvider dossierId={dossierId} type="deficit" view={view}>
      <div className="sessions-settings">
        <h2>
          {t('capture.card')} <bdi className="num">D-{record.number}</bdi>
        </h2>
        <Conflicts />
        <TextsField name="title" label={t('capture.field.title')} multiline={false} maxLength={300} />
        <TextsField
          name="statement"
          label={t('capture.field.statement')}
          description={t('capture.field.statementHelp')}
          minRows={3}
          maxLength={10_000}
        />
        <AreaField />
        <CodesField name="affectedGroups" label={t('capture.field.groups')} options={groups} />
        <fieldset className="sessions-budget">
          <legend className="field-label">{t('capture.field.severity')}</legend>
          {CONSTITUENCIES.map((seat) => (
            <SeverityField key={seat} seat={seat} />
          ))}
        </fieldset>
        <div className="row sessions-card-foot">
          <a className="sessions-back" href={paths.section(dossierId, 'deficits', record.id)}>
            {t('capture.inFull')} <ArrowUpRight size={14} aria-hidden className="flip" />
          </a>
        </div>
        {!isReadOnly && (
          <WithdrawButton dossierId={dossierId} type="deficit" id={record.id} name={name} onDone={onGone} />
        )}
      </div>
    </RecordProvider>
  );
}

function AreaField(): ReactNode {
  const { t } = useTranslation('sessions');
  const areaName = useAreaName();
  const area = useValue<(typeof AREA_CODES)[number]>('area');
  const areaOf = useAreaOfSubTopic();
  const { members, conflicts, edit } = useRecordEditing();
  return (
    <Select
      label={t('capture.field.area')}
      options={AREA_CODES.map((id) => ({ id, label: areaName(id) }))}
      value={area.value}
      placeholder={t('choose')}
      isReadOnly={area.isReadOnly}
      error={area.error}
      onChange={(next) => {
        // A sub-topic belongs to its area and leaves with it, in the same step.
        const { subTopic } = members;
        const leaves = typeof subTopic === 'string' && areaOf(subTopic) !== next;
        if (leaves && !conflicts.includes('subTopic')) void edit({ area: next, subTopic: null });
        else area.set(next);
      }}
    />
  );
}

function SeverityField({ seat }: { readonly seat: Constituency }): ReactNode {
  const { t } = useTranslation('sessions');
  const who = useConstituencyNames()[seat];
  const { value, set, isReadOnly, error } = useValue<unknown>('severity', seat);
  const severity = useOptions('severity');
  const missing = useMissingOptions();
  return (
    <div className="sessions-budget-one">
      <ConstituencyTile seat={seat} name={who} isDecorative />
      <Select
        label={t('capture.field.severityOf', { who })}
        options={[...severity, ...missing]}
        value={codedId(value)}
        isReadOnly={isReadOnly}
        error={error}
        onChange={(id) => set(codedValue(id, Number))}
      />
    </div>
  );
}
