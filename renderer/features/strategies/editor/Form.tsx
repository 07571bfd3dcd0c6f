import { useTranslation } from 'react-i18next';
import type { Strategy } from '../../../../shared/domain/records/index.ts';
import { labelOf } from '../../../../shared/reference/index.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';
import { CheckboxGroup } from '../../../ui/Choice.tsx';
import {
  AREA_CODES,
  AsPasted,
  ChoiceField,
  CodedField,
  CodesField,
  DayField,
  FUNCTIONAL_AREAS,
  TextsField,
  useAreaName,
  useInstrumentOptions,
  useOptions,
  useSet,
  useTargetOptions,
} from '../../editing/index.ts';
import { DeficitsAnswered } from './DeficitsAnswered.tsx';

/** What the strategy is, what it answers and what it is coded to. */
export function Texts({ strategy }: { readonly strategy: Strategy }) {
  const { t } = useTranslation('strategies');
  const areaName = useAreaName();
  return (
    <Card title={t('card.text')}>
      <div className="form">
        <TextsField
          name="title"
          label={t('field.title')}
          multiline={false}
          maxLength={300}
          className="strategies-title-field"
        />
        <TextsField
          name="objective"
          label={t('field.objective')}
          description={t('help.objective')}
          maxLength={5000}
        />
        <AsPasted of={strategy} />
        <ChoiceField
          name="area"
          label={t('field.area')}
          options={AREA_CODES.map((id) => ({ id, label: areaName(id) }))}
          placeholder={t('choose')}
          noneLabel={t('noChoice')}
        />
        <div>
          <h3 className="field-label strategies-subhead">{t('field.deficits')}</h3>
          <DeficitsAnswered area={strategy.area} />
        </div>
      </div>
    </Card>
  );
}

export function Coding({ strategy }: { readonly strategy: Strategy }) {
  const { t } = useTranslation(['strategies', 'common']);
  const lang = useLang();
  const programmes = useOptions('priority-action-programmes');
  const instruments = useInstrumentOptions();
  const targets = useTargetOptions();
  return (
    <Card title={t('card.coding')}>
      <div className="form">
        <FunctionalAreas />
        <div className="grid-2">
          <CodedField name="priorityProgramme" label={t('field.priorityProgramme')} options={programmes} />
          <CodedField
            name="collectiveBargaining"
            label={t('field.collectiveBargaining')}
            description={t('help.collectiveBargaining')}
            options={[
              { id: 'true', label: t('common:yes') },
              { id: 'false', label: t('common:no') },
            ]}
            parse={(id) => id === 'true'}
          />
        </div>
        <CodesField
          name="instruments"
          label={t('field.instruments')}
          description={t('help.instruments')}
          options={instruments}
          showCodes
        />
        <CodesField name="sdgTargets" label={t('field.sdgTargets')} options={targets} showCodes />
        <TextsField
          name="planLink"
          label={t('field.planLink')}
          description={t('help.planLink')}
          multiline={false}
          maxLength={500}
        />
        <ChoiceField
          name="confidentiality"
          label={t('field.confidentiality')}
          options={LEVELS.map((id) => ({ id, label: labelOf('confidentiality-levels', id, lang) }))}
          placeholder={t('choose')}
        />
        {strategy.confidentiality === 'embargoed' && <DayField name="released" label={t('field.released')} />}
      </div>
    </Card>
  );
}

/** A level that only lives in a caucus's own section is not among those of the common record. */
const LEVELS = [
  'public',
  'attributed-group',
  'chatham-house',
  'secretariat',
  'embargoed',
  'participants',
] as const;

function FunctionalAreas() {
  const { t } = useTranslation('strategies');
  const lang = useLang();
  const { value, setAll, isReadOnly, error } = useSet('functionalAreas');
  return (
    <CheckboxGroup
      label={t('field.functionalAreas')}
      options={FUNCTIONAL_AREAS.map((id) => ({ id, label: labelOf('functional-areas', id, lang), hint: id }))}
      value={value as readonly (typeof FUNCTIONAL_AREAS)[number][]}
      isReadOnly={isReadOnly}
      error={error}
      onChange={setAll}
    />
  );
}
