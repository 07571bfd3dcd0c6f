import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '../../../../shared/contract/index.ts';
import type { Edition } from '../../../../shared/domain/content.ts';
import type { Lang } from '../../../../shared/domain/languages.ts';
import { LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { Checkbox, CheckboxGroup, RadioGroup } from '../../../ui/Choice.tsx';
import { Step } from './Step.tsx';

const EDITIONS = ['restricted', 'public', 'internal'] as const satisfies readonly Edition[];
const FORMATS = ['package', 'pdf', 'xlsx'] as const satisfies readonly ExportFormat[];

/** Who will read it. The internal edition is shown, so that nobody looks for it, and cannot be chosen. */
export function EditionStep({
  value,
  onChange,
}: {
  readonly value: Edition;
  readonly onChange: (edition: Edition) => void;
}) {
  const { t } = useTranslation('export');
  return (
    <Step number={1} title={t('step.edition')}>
      <RadioGroup
        label={t('step.edition')}
        hideLabel
        layout="cards"
        className="export-editions"
        options={EDITIONS.map((id) => ({
          id,
          label: t(`edition.${id}.name`),
          hint: t(`edition.${id}.holds`),
          isDisabled: id === 'internal',
        }))}
        value={value}
        onChange={onChange}
      />
    </Step>
  );
}

export function LanguageStep({
  languages,
  silent,
  value,
  onChange,
}: {
  readonly languages: readonly Lang[];
  /** Those without any text. */
  readonly silent: readonly Lang[];
  readonly value: readonly Lang[];
  readonly onChange: (languages: readonly Lang[]) => void;
}) {
  const { t } = useTranslation('export');
  return (
    <Step number={2} title={t('step.languages')}>
      {languages.length === 0 ? (
        <p className="muted">{t('language.none')}</p>
      ) : (
        <CheckboxGroup
          label={t('step.languages')}
          hideLabel
          layout="row"
          description={t('language.help')}
          options={languages.map((id) => ({
            id,
            label: LANGUAGE_NAMES[id],
            hint: silent.includes(id) ? t('language.silent') : undefined,
            isDisabled: silent.includes(id),
          }))}
          value={value}
          onChange={onChange}
          error={value.length === 0 ? t('language.needed') : undefined}
        />
      )}
    </Step>
  );
}

export function FormatStep({
  value,
  onChange,
  wordings,
  onWordings,
}: {
  readonly value: readonly ExportFormat[];
  readonly onChange: (formats: readonly ExportFormat[]) => void;
  readonly wordings: boolean;
  readonly onWordings: (wordings: boolean) => void;
}) {
  const { t } = useTranslation(['export', 'common']);
  const hasReport = value.includes('pdf');
  return (
    <Step number={3} title={t('step.formats')}>
      <CheckboxGroup
        label={t('step.formats')}
        hideLabel
        options={FORMATS.map((id) => ({ id, label: t(`format.${id}.name`), hint: t(`format.${id}.holds`) }))}
        value={value}
        onChange={onChange}
        error={value.length === 0 ? t('format.needed') : undefined}
      />
      <Checkbox
        className="export-wordings"
        isSelected={hasReport && wordings}
        isDisabled={!hasReport}
        onChange={onWordings}
      >
        <span className="option-text">
          <span>{t('common:wordings')}</span>
          <small>{t('format.wordings')}</small>
        </span>
      </Checkbox>
    </Step>
  );
}
